"""What a document says, however it is packed and its XML is spelled: a digest of the canonical XML of its parts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.faults import TemplateError
from awardgen.rendering.package import damaged, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Who saved it last and when is no part of what it says.
_SAID_BY_THE_PROGRAM: Final = "docProps/"


def content_of(data: bytes) -> str:
    """Return the digest of a document; empty for what is none."""
    try:
        return content_digest(part_digests(unpack(data).files))
    except (TemplateError, etree.LxmlError):
        return ""


def differing_parts(one: bytes, other: bytes) -> list[str]:
    """Return the names of the parts in which two documents say something else; raise TemplateError for what is none."""
    digests = []
    for data in (one, other):
        try:
            digests.append(part_digests(unpack(data).files))
        except etree.LxmlError as error:
            raise damaged("里面的XML已经损坏") from error
    here, there = digests
    names = (name for name in here.keys() | there.keys() if not name.startswith(_SAID_BY_THE_PROGRAM))
    return sorted(name for name in names if here.get(name) != there.get(name))


def part_digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return part → digest. Raise etree.LxmlError."""
    return {name: part_digest(name, data) for name, data in files.items()}


def content_digest(digests: Mapping[str, str]) -> str:
    """Return the digest of a document whose parts have these."""
    said = sorted(filter(is_said, digests))
    lines = "\n".join(f"{name} {digests[name]}" for name in said)
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def is_said(name: str) -> bool:
    """Tell whether a part is of what the document says."""
    return not name.startswith(_SAID_BY_THE_PROGRAM)


class ContentDigests:
    """The digests of documents that share most of their parts. kept: part → digest, of those; changing: the others."""

    def __init__(self, kept: Mapping[str, str], changing: Sequence[str]) -> None:
        said = sorted(name for name in {*kept, *changing} if is_said(name))
        self._lines = [f"{name} {kept.get(name, '')}" for name in said]
        self._positions = [said.index(name) if is_said(name) else None for name in changing]

    def of(self, digests: Iterable[str]) -> str:
        """Return what `content_digest` does of a document. digests: of the changing parts."""
        lines = self._lines.copy()
        for position, digest in zip(self._positions, digests, strict=True):
            if position is not None:
                lines[position] += digest
        return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def part_digest(name: str, data: bytes) -> str:
    """Return the digest of one part. Raise etree.LxmlError where it is called XML and is none."""
    if name.endswith((".xml", ".rels")):
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        if name.endswith((".rels", "[Content_Types].xml")):  # lists without an order: python-docx sorts them
            root[:] = sorted(root, key=lambda each: sorted(each.attrib.items()))
        data = etree.tostring(root, method="c14n")
    return hashlib.sha256(data).hexdigest()
