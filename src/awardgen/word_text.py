"""The text of a Word file as it shows: insertions taken, deletions left out, controls unwrapped."""

from __future__ import annotations

import posixpath
import zipfile
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

_LARGEST_FILE = 64 * 2**20
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rt", "sdtPr", "pPr", "rPr", "instrText", "delText"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DOCUMENT = "/officeDocument"
_CUSTOM_PROPERTIES = "/custom-properties"


class NotAWordFileError(ValueError):
    """A file is no .docx, is damaged or has a password."""


class WordFile:
    """A .docx that was opened to be read. Raise NotAWordFileError, or OSError where the file cannot be reached."""

    def __init__(self, file: Path | bytes) -> None:
        data = file if isinstance(file, bytes) else file.read_bytes()
        try:
            self.body, self.properties = _read(data)
        except (*UNREADABLE_ZIP, KeyError, SyntaxError) as error:
            raise NotAWordFileError from error


def name_of(element: _Element) -> str:
    """Return an element's name without its namespace, which differs between the two kinds of .docx."""
    return _name_in(element.tag)


@lru_cache(maxsize=512)
def _name_in(tag: object) -> str:
    return str(tag).rpartition("}")[2]  # a comment's tag is a function, and its text no name


def value_of(element: _Element) -> str:
    """Return the w:val of an element, true where it has none."""
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}val")), "true")


def is_seen(element: _Element) -> bool:
    """Tell whether what stands in an element shows; the prompt of a content control was written by nobody."""
    return name_of(element) not in _UNSEEN and not _is_prompt(element)


def paragraphs(element: _Element) -> Iterator[str]:
    """Yield the text of each paragraph below an element, also in tables, controls and text boxes."""
    for child in element:
        if name_of(child) == "p":
            yield from paragraph(child)
        elif is_seen(child):
            yield from paragraphs(child)


def paragraph(element: _Element) -> Iterator[str]:
    """Yield the text of a paragraph, and behind it that of the text boxes anchored in it."""
    text, boxes = paragraph_and_boxes(element)
    yield text
    for box in boxes:
        yield from paragraphs(box)


def paragraph_and_boxes(element: _Element) -> tuple[str, list[_Element]]:
    """Return the text of a paragraph, and the text boxes anchored in it."""
    boxes: list[_Element] = []
    return "".join(_pieces(element, boxes)), boxes


def _pieces(element: _Element, boxes: list[_Element]) -> Iterator[str]:
    """Yield the text inside a paragraph; the text boxes anchored in it go to `boxes`."""
    for child in element:
        name = name_of(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif is_seen(child):
            yield from _pieces(child, boxes)


def _is_prompt(element: _Element) -> bool:
    if name_of(element) != "sdt":
        return False
    properties = next((child for child in element if name_of(child) == "sdtPr"), ())
    return any(
        name_of(child) == "showingPlcHdr" and value_of(child) not in {"0", "false", "off"}
        for child in properties
    )


def _read(data: bytes) -> tuple[_Element, dict[str, str]]:
    """Return the body and the custom properties."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = _related(package)
        document = _root(package, parts[_DOCUMENT])
        body = next((child for child in document if name_of(child) == "body"), None)
        if body is None:
            raise NotAWordFileError
        custom = parts.get(_CUSTOM_PROPERTIES, "")
        is_there = custom in package.namelist()
        return body, dict(_properties(_root(package, custom))) if is_there else {}


def _related(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the end of a relationship's type → the part; raise KeyError where there is no document."""
    parts: dict[str, str] = {}
    for relationship in _root(package, "_rels/.rels"):
        target = posixpath.normpath(relationship.get("Target", "")).lstrip("/")
        for kind in (_DOCUMENT, _CUSTOM_PROPERTIES):
            if relationship.get("Type", "").endswith(kind):
                parts.setdefault(kind, target)
    if _DOCUMENT not in parts:
        raise KeyError(_DOCUMENT)
    return parts


def _root(package: zipfile.ZipFile, name: str) -> _Element:
    from awardgen.opc import parse, read_member  # noqa: PLC0415 - likewise

    info = package.getinfo(name)
    if info.file_size > _LARGEST_FILE:
        raise ValueError(name)
    return parse(bytes(read_member(package, info)))


def _properties(root: _Element) -> Iterator[tuple[str, str]]:
    for each in root:
        yield each.get("name", ""), "".join(str(text) for text in each.itertext())
