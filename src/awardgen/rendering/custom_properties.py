"""The properties that a document carries unseen (ECMA-376-1, 15.2.12.2), for whoever reads it back."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.opc import BEST, Packer, deflate
from awardgen.rendering.package import unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_TYPES: Final = "[Content_Types].xml"
_RELATIONSHIPS: Final = "_rels/.rels"
_PART: Final = "docProps/custom.xml"
_TYPES_NAMESPACE: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS_NAMESPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID: Final = 2  # 0 and 1 are reserved


def with_properties(data: bytes, properties: Mapping[str, str]) -> bytes:
    """Return a .docx with custom properties, those of the same names replaced. properties: name → text, or a tag.

    Raise TemplateError for what is no .docx.
    """
    package = unpack(data)
    relationships = _parsed(package.files.get(_RELATIONSHIPS, b""), _RELATIONSHIPS_NAMESPACE, "Relationships")
    types = _parsed(package.files.get(_TYPES, b""), _TYPES_NAMESPACE, "Types")
    name = _part_of(relationships)
    if name is None:
        name = _PART
        _relate(relationships, name)
        _declare(types, name)
    root = _parsed(package.files.get(name, b""), _CUSTOM, "Properties")
    _set(root, properties)
    changed = {_RELATIONSHIPS: relationships, _TYPES: types, name: root}
    written = {
        each: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        for each, tree in changed.items()
    }
    packed = {**package.packed, **{each: deflate([content], BEST) for each, content in written.items()}}
    return Packer(packed).pack(())


def _parsed(data: bytes, namespace: str, name: str) -> _Element:
    if not data:
        return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})  # type: ignore[dict-item]
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _part_of(relationships: _Element) -> str | None:
    targets = [each.get("Target", "") for each in relationships if each.get("Type") == RELATIONSHIP]
    return posixpath.normpath(targets[0]).lstrip("/") if targets else None


def _relate(relationships: _Element, name: str) -> None:
    used = {each.get("Id") for each in relationships}
    number = next(number for number in range(1, len(used) + 2) if f"rId{number}" not in used)
    etree.SubElement(
        relationships,
        f"{{{_RELATIONSHIPS_NAMESPACE}}}Relationship",
        {"Id": f"rId{number}", "Type": RELATIONSHIP, "Target": name},
    )


def _declare(types: _Element, name: str) -> None:
    part = f"/{name}"
    if not any(each.get("PartName") == part for each in types):
        etree.SubElement(
            types, f"{{{_TYPES_NAMESPACE}}}Override", {"PartName": part, "ContentType": _CONTENT_TYPE}
        )


def _set(root: _Element, properties: Mapping[str, str]) -> None:
    for each in list(root):
        if each.get("name") in properties:
            root.remove(each)
    used = [int(each.get("pid", "0")) for each in root]
    for pid, (name, text) in enumerate(properties.items(), start=max([*used, _FIRST_ID - 1]) + 1):
        attributes = {"fmtid": _FORMAT_ID, "pid": str(pid), "name": name}
        holder = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(holder, f"{{{_VALUES}}}lpwstr", nsmap={"vt": _VALUES}).text = text
