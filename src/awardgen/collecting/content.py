"""What a file that was handed in is, by its content: its ending may say anything."""

from __future__ import annotations

import re
import struct
import zipfile
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from typing import Any

from awardgen.zip_errors import UNREADABLE_ZIP

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_OLD_EXCEL = ("Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_FLAGS_END, _ENCRYPTED = 12, 0x0100
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"})
_ARCHIVE_SUFFIXES = frozenset({".rar", ".7z", ".gz", ".tar", ".tgz"})
_MAIL_SUFFIXES = frozenset({".eml", ".msg", ".mht", ".mhtml"})
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!DOCTYPE\s+html|<html|<head|<meta|<body|<table)", re.IGNORECASE
)
_MAIL = re.compile(rb"(?:MIME-Version|From|Received|Return-Path|Content-Type):", re.IGNORECASE)
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".ods"})
_WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".rtf", ".odt"})
_RESAVE = "请用Word或WPS打开，另存为“Word 文档（*.docx）”，再收一次。"
_ASK_FOR_WORD = "请向交表的人要Word文件（.docx），再收一次；要不到的，请手工填进申报.xlsx。"


class Content(Enum):
    """How a file is read."""

    WORD = auto()
    CONVERTIBLE = auto()  # into a .docx, by LibreOffice
    WORKBOOK = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a file is not read. why: a clause without its full stop. hint: what to do. Both Chinese."""

    why: str
    hint: str
    is_unknown: bool = False


def content_of(data: bytes, suffix: str) -> Content | Unread:  # noqa: C901, PLR0911 - one answer a kind
    """Return how a file is to be read, or why it is not. suffix: lower case, with its point."""
    if not data:
        return Unread("是空文件，没有任何内容", "请核对是否没有传完，请交表的人重新发送，再收一次。")
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(_OLE):
        return _compound(data, suffix)
    if data.startswith(b"{\\rtf"):
        return Content.CONVERTIBLE
    if data.lstrip()[:5] == b"%PDF-" or suffix == ".pdf":
        return Unread("是PDF文件，读不出表格", _ASK_FOR_WORD, is_unknown=True)
    if data.startswith(_PICTURES) or suffix in _PICTURE_SUFFIXES:
        return Unread("是图片（扫描件或照片），读不出文字", _ASK_FOR_WORD, is_unknown=True)
    if data.startswith(_ARCHIVES) or suffix in _ARCHIVE_SUFFIXES:
        return Unread(
            "是.rar、.7z一类的压缩包", "请先解压，再把解开的文件夹交给 awardgen collect。", is_unknown=True
        )
    if suffix in _MAIL_SUFFIXES or (suffix != ".txt" and _MAIL.match(data)):
        return Unread("是邮件", "请打开邮件，把里面的附件或申报表存成.docx，再收一次。", is_unknown=True)
    if _WEB_PAGE.match(data):
        return Unread("是网页格式的文件", _RESAVE)
    if suffix == ".txt":
        return Content.TEXT
    if suffix in _WORKBOOK_SUFFIXES:
        return Content.WORKBOOK  # whose reader says what is wrong with it
    if suffix in _WORD_SUFFIXES:
        return _DAMAGED
    return Unread("不是Word或Excel文件", "请核对是否交错了文件。", is_unknown=True)


def _zipped(data: bytes, suffix: str) -> Content | Unread:  # noqa: PLR0911 - likewise
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            kind = package.read("mimetype")[:60] if "mimetype" in names else b""
            is_locked = "META-INF/manifest.xml" in names and b"encryption-data" in package.read(
                "META-INF/manifest.xml"
            )
    except UNREADABLE_ZIP:
        return _DAMAGED
    if is_locked:
        return _PASSWORD
    if any(name.startswith("word/") for name in names):
        return Content.WORD
    if any(name.startswith("xl/") for name in names) or b"spreadsheet" in kind:
        return Content.WORKBOOK
    if b"opendocument.text" in kind:
        return Content.CONVERTIBLE
    if suffix in {".docx", ".docm"}:
        return Content.WORD  # whose parts may have other names
    return Unread("不是Word或Excel文件", "请核对是否交错了文件。", is_unknown=True)


def _compound(data: bytes, suffix: str) -> Content | Unread:
    if _PROTECTED in data:
        return _PASSWORD
    if _OLD_WORD in data:
        return _PASSWORD if _is_locked(data) else Content.CONVERTIBLE
    if any(name in data for name in _OLD_EXCEL):
        return Content.WORKBOOK
    if suffix in _MAIL_SUFFIXES:
        return Unread("是邮件", "请打开邮件，把里面的附件或申报表存成.docx，再收一次。", is_unknown=True)
    return _DAMAGED if suffix in _WORD_SUFFIXES else Unread("不是Word或Excel文件", _RESAVE, is_unknown=True)


def _is_locked(data: bytes) -> bool:
    """Tell whether a .doc is encrypted, as its first stream says ([MS-DOC] 2.5.2, fEncrypted)."""
    import olefile  # noqa: PLC0415 - only old files need it

    try:
        with olefile.OleFileIO(data) as opened:
            file: Any = opened  # its types want bytes where it wants a text
            beginning = file.openstream("WordDocument").read(_FLAGS_END)
    except (OSError, ValueError, IndexError, struct.error):
        return False  # LibreOffice will tell
    return len(beginning) == _FLAGS_END and bool(int.from_bytes(beginning[-2:], "little") & _ENCRYPTED)


_DAMAGED = Unread("已损坏，或者没有传完", "请用Word打开检查；打不开的，请交表的人重新发送，再收一次。")
_PASSWORD = Unread(
    "设了打开密码", "请用Word打开，在“文件—信息—保护文档—用密码进行加密”中清空密码，保存后再收一次。"
)
