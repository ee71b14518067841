"""The parts of a .docx that say how it looks, read with care: a file may hold anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.layout_checks.formats import WORD, is_on
from awardgen.layout_checks.numbering import Numbering
from awardgen.layout_checks.styles import StyleSheet, theme_fonts
from awardgen.rendering import TemplateError, parts_with_text, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Document:
    """body: the element w:body. margins: relationship id → (label, root) of headers and footers."""

    body: _Element
    styles: StyleSheet
    numbering: Numbering
    margins: Mapping[str, tuple[str, _Element]] = field(default_factory=dict)
    odd_even_differ: bool = False


def read_document(data: bytes) -> Document | None:
    """Read a .docx; None for what is none, or whose body is damaged: loading the template tells of it."""
    try:
        files = unpack(data).files
        parts = parts_with_text(files)
    except TemplateError:
        return None
    root = _root(files, parts[0].name)
    body = None if root is None else root.find(f"{WORD}body")
    if body is None:
        return None
    targets = _targets(files, parts[0].name)
    by_kind = dict(targets.values())
    styles = StyleSheet(theme_fonts(_root(files, by_kind.get("theme", ""))))
    numbering = Numbering()
    if (found := _root(files, by_kind.get("styles", ""))) is not None:
        styles.read(found)
    if (found := _root(files, by_kind.get("numbering", ""))) is not None:
        numbering.read(found)
    settings = _root(files, by_kind.get("settings", ""))
    labels = {part.name: part.label for part in parts}
    margins = {
        key: (labels[name], found)
        for key, (kind, name) in targets.items()
        if kind in ("header", "footer") and name in labels and (found := _root(files, name)) is not None
    }
    differ = settings is not None and is_on(settings.find(f"{WORD}evenAndOddHeaders"))
    return Document(body, styles, numbering, margins, differ)


def _root(files: Mapping[str, bytes], name: str) -> _Element | None:
    if name not in files:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(files[name], parser)
    except etree.XMLSyntaxError:
        return None
    # Word writes no DTD; it could name files or grow without end.
    return root if root.getroottree().docinfo.internalDTD is None else None


def _targets(files: Mapping[str, bytes], source: str) -> dict[str, tuple[str, str]]:
    """Return relationship id → (its kind, the part's name)."""
    folder, _, name = source.rpartition("/")
    root = _root(files, f"{folder}/_rels/{name}.rels".lstrip("/"))
    found = {}
    for each in root.iter(_RELATIONSHIP) if root is not None else ():
        target = each.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], path)
    return found
