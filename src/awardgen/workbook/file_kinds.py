"""What a file is that should be a workbook and is none, by its content: its ending may say anything."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from awardgen.errors import reason
from awardgen.workbook.stored_xls import is_protected
from awardgen.workbook.unopened import DAMAGED, PROTECTED, RESTORE, Unopened
from awardgen.zip_errors import UNREADABLE_ZIP

if TYPE_CHECKING:
    from pathlib import Path

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNING = 4096
_SAVE_AS = "请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”，"
_RESAVE = f"{_SAVE_AS}存在原来的位置。"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MANIFEST = "META-INF/manifest.xml"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_IS_HTML = re.compile(rb"\s*(?:<!DOCTYPE\s+html|<html|<table|<meta|<head|<body)", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")


_UNKNOWN = Unopened("不是Excel工作簿", f"请核对是不是放错了文件；是表格的，{_RESAVE}")


def why_unopened(path: Path) -> Unopened:
    """Return what stands in the way of reading a file that calamine refused."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
            size = file.seek(0, 2)
    except OSError as problem:
        return Unopened(reason(problem), "请关闭正在使用它的程序，或检查文件的权限。")
    if size == 0:
        return Unopened("是空文件，没有任何内容", RESTORE)
    if beginning.startswith(ZIP[:2]):
        return _zipped(path)
    return _compound(path) if beginning.startswith(OLE) else _plain(beginning)


def _plain(beginning: bytes) -> Unopened:
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"%PDF"):
        return Unopened("是PDF文件，不是Excel工作簿", "请放入原来的Excel工作簿。")
    if _IS_HTML.match(text):
        return Unopened("是网页文件（多半是从别的系统导出的），不是Excel工作簿", _RESAVE)
    if text.startswith(b"<?xml"):
        return Unopened("是XML文件（如“XML表格2003”），不是.xlsx工作簿", _RESAVE)
    if beginning.startswith(_BYTE_ORDER_MARKS) or not _CONTROL.search(beginning):
        return Unopened("是文本文件（如CSV），不是Excel工作簿", _RESAVE)
    return _UNKNOWN


def _zipped(path: Path) -> Unopened:
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.namelist()
            manifest = package.read(_MANIFEST) if _MANIFEST in parts else b""
    except UNREADABLE_ZIP:
        return DAMAGED
    if b"encryption-data" in manifest:
        return PROTECTED
    if any(part.startswith("word/") for part in parts):
        return Unopened("是Word文件，不是Excel工作簿", "请核对是不是放错了文件，放入原来的Excel工作簿。")
    if any(part.startswith("xl/") or part == "content.xml" for part in parts):
        return DAMAGED
    return Unopened("是压缩包，不是Excel工作簿", "请解压，把里面的工作簿放在这个位置。")


def _compound(path: Path) -> Unopened:
    content = path.read_bytes()
    if _ENCRYPTED_STREAM in content or is_protected(path):
        return PROTECTED
    if _WORD_STREAM in content:
        return Unopened("是Word文件，不是Excel工作簿", "请核对是不是放错了文件，放入原来的Excel工作簿。")
    return DAMAGED
