"""What in a template would run or fetch something when the document is opened.

Every document would carry it on: macros, fields that start other programs or read other files (ECMA-376, part 1,
17.16.5), pictures and templates that Word fetches from elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from awardgen import opc
from awardgen.rendering.faults import FaultKind, Spot, fault_at
from awardgen.rendering.locate import PARAGRAPH, WORD, excerpt, own_texts, paragraphs
from awardgen.rendering.package import parts_with_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.package import Part

_MACROS: Final = re.compile(
    r"(?:^|/)(?:vbaProject|vbaData)[^/]*\.(?:bin|xml)$|(?:^|/)activeX/", re.IGNORECASE
)
_MACRO_CONTENT: Final = (b"macroEnabled", b"vbaProject")
_EMBEDDED: Final = re.compile(r"(?:^|/)embeddings/", re.IGNORECASE)
_FETCHING: Final = re.compile(
    r'["\s]*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD|EMBED)\b',
    re.IGNORECASE,
)
_FIELD_CODE: Final = (f"{WORD}instrText", f"{WORD}delInstrText")
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HARMLESS_KINDS: Final = frozenset(("hyperlink",))  # it is followed by whoever clicks on it
_CONTENT_TYPES: Final = "[Content_Types].xml"
_KINDS: Final = {
    "attachedTemplate": "附加的模板",
    "image": "图片",
    "oleObject": "链接的对象",
    "frame": "框架网页",
    "subDocument": "子文档",
    "afChunk": "插入的文件",
    "video": "视频",
    "audio": "声音",
    "mailMergeSource": "邮件合并的数据源",
    "mailMergeHeaderSource": "邮件合并的数据源",
}


def foreign_faults(files: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    """Yield what makes a template unusable here; what it only carries along is a note, FaultKind.EMBEDDED."""
    yield from _macros(files)
    if any(_EMBEDDED.search(name) for name in files):
        message = "里面嵌入了别的文件（对象），会带进每一份文书；用不着的请删去，要用的请先核对来源"
        yield fault_at(Spot("文件"), FaultKind.EMBEDDED, message)
    for name in sorted(files):
        if name.endswith(".rels"):
            yield from _fetched(files[name])
    for part in parts_with_text(files):
        if not part.is_properties:
            yield from _fields(files[part.name], part)


def _macros(files: Mapping[str, bytes]) -> Iterator[TemplateFault]:
    content = files.get(_CONTENT_TYPES, b"")
    if any(_MACROS.search(name) for name in files) or any(each in content for each in _MACRO_CONTENT):
        message = "里面有宏或控件程序；请在Word里另存为不带宏的“Word 文档（*.docx）”"
        yield fault_at(Spot("文件"), FaultKind.FOREIGN, message)


def _fetched(relationships: bytes) -> Iterator[TemplateFault]:
    try:
        root = opc.parse(relationships)
    except opc.UnsafeXmlError:
        return  # whoever needs it says so
    for each in root.iter(_RELATIONSHIP):
        kind = each.get("Type", "").rpartition("/")[2]
        if each.get("TargetMode") == "External" and kind not in _HARMLESS_KINDS:
            target = unquote(each.get("Target", ""))[:60]
            what = _KINDS.get(kind, "外部内容")
            message = f"打开文书时，Word会到“{target}”去取{what}；请把它嵌入模板，或者删去这个链接"
            yield fault_at(Spot("文件"), FaultKind.FOREIGN, message)


def _fields(data: bytes, part: Part) -> Iterator[TemplateFault]:
    try:
        root = opc.parse(data)
    except opc.UnsafeXmlError:
        return  # likewise
    for paragraph, place in paragraphs(root):
        for code in _codes(paragraph):
            if found := _FETCHING.match(code):
                text = "".join(text for _, text in own_texts(paragraph))
                spot = Spot(part.label, place, excerpt(text, 0, 0) if text else "")
                message = f"里面有域“{found[1].upper()}”，它会启动别的程序或读取别的文件；请删去这个域"
                yield fault_at(spot, FaultKind.FOREIGN, message)


def _codes(paragraph: _Element) -> Iterator[str]:
    """Yield the code of each field that begins in a paragraph; of fields within fields each by itself."""
    open_codes: list[list[str]] = []
    for element in paragraph.iter(f"{WORD}fldSimple", f"{WORD}fldChar", *_FIELD_CODE):
        if next(element.iterancestors(PARAGRAPH), None) is not paragraph:
            continue
        if element.tag == f"{WORD}fldSimple":
            yield element.get(f"{WORD}instr", "")
        elif element.tag in _FIELD_CODE:
            if not open_codes:  # its beginning stands in a paragraph before
                open_codes.append([])
            open_codes[-1].append(element.text or "")
        elif element.get(f"{WORD}fldCharType") == "begin":
            open_codes.append([])
        elif element.get(f"{WORD}fldCharType") == "end" and open_codes:
            yield "".join(open_codes.pop())
    for code in open_codes:
        yield "".join(code)
