"""The text of a write-up that was handed in as a file: .docx or .txt."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError, reason
from awardgen.workbook.cells import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

READABLE_SUFFIXES = frozenset({".docx", ".txt"})
_LARGEST_FILE = 64 * 2**20
_DELETED = frozenset({"del", "moveFrom", "Fallback", "rt", "sdtPr", "pPr", "rPr", "instrText", "delText"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_write_up_file(path: Path) -> str:
    """Return the text of a .docx or .txt, a line a paragraph; raise AwardgenError where it cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in READABLE_SUFFIXES:
        raise AwardgenError(f"不能读取{path.name}：只能读.docx和.txt。", "请用Word打开，另存为.docx。")
    try:
        text = _text_of_docx(path) if suffix == ".docx" else decode_text(path.read_bytes())
    except OSError as problem:
        raise AwardgenError(
            f"不能打开{path.name}：{reason(problem)}。", "请检查文件是否存在、是否被占用。"
        ) from problem
    except (ValueError, KeyError, SyntaxError, zipfile.BadZipFile, zlib.error, RuntimeError) as problem:
        raise AwardgenError(
            f"不能读取{path.name}：文件已损坏、设了密码，或者内容与后缀名不符。",
            "请用Word打开，另存为.docx（不设密码）。",
        ) from problem
    return without_blank_end(text)


def decode_text(content: bytes) -> str:
    """Return the text of a .txt as Windows programs save it: UTF-8, UTF-16 with its mark, or GB 18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("gb18030")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_blank_end(text: str) -> str:
    """Return the text without blank lines and white space at its end."""
    return text.rstrip(SPACE)


def _text_of_docx(path: Path) -> str:
    from lxml import etree  # noqa: PLC0415 - only files need it

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(path) as package:
        main = _main_part(etree.fromstring(_part(package, "_rels/.rels"), parser))
        document = etree.fromstring(_part(package, main), parser)
    body = next((child for child in document if _name(child) == "body"), None)
    if body is None:
        raise ValueError(path.name)
    return "\n".join(_paragraphs(body))


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > _LARGEST_FILE:
        raise ValueError(name)
    return package.read(name)


def _main_part(relationships: _Element) -> str:
    for relationship in relationships:
        if relationship.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relationship.get("Target", "")).lstrip("/")
    raise KeyError("officeDocument")


def _name(element: _Element) -> str:
    """Return an element's name without its namespace, which differs between the two kinds of .docx."""
    tag = element.tag
    return str(tag).rpartition("}")[2]  # a comment's tag is a function, and its text no name


def _paragraphs(element: _Element) -> Iterator[str]:
    """Yield the text of each paragraph below an element, also in tables, controls and text boxes."""
    for child in element:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child)
        elif name not in _DELETED and not _is_prompt(child):
            yield from _paragraphs(child)


def _paragraph(paragraph: _Element) -> Iterator[str]:
    boxes: list[str] = []
    yield "".join(_pieces(paragraph, boxes))
    yield from boxes


def _pieces(element: _Element, boxes: list[str]) -> Iterator[str]:
    """Yield the text inside a paragraph; the paragraphs of a text box anchored in it go to `boxes`."""
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "txbxContent":
            boxes.extend(_paragraphs(child))
        elif name not in _DELETED and not _is_prompt(child):
            yield from _pieces(child, boxes)


def _is_prompt(element: _Element) -> bool:
    """Tell whether a content control still shows its prompt (单击此处输入文字), which nobody wrote."""
    if _name(element) != "sdt":
        return False
    properties = next((child for child in element if _name(child) == "sdtPr"), ())
    return any(
        _name(child) == "showingPlcHdr" and _value(child) not in {"0", "false", "off"} for child in properties
    )


def _value(element: _Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}val")), "true")
