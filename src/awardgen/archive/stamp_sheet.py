"""The sheet of stamps: a Word file with a page of 47 × 18 mm for each, so that LibreOffice sets and embeds the type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

from awardgen.opc import Packer, deflate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RED: Final = "FF0000"
# Twips. The stamp itself is 45 × 16 mm: three columns of 15 mm, two rows of 8 mm, a millimetre of air around.
_WIDTH, _HEIGHT, _AIR = 2665, 1021, 57
_COLUMN, _ROW = 850, 453
_LARGEST, _SMALLEST = 21, 8  # half-points
_ACROSS: Final = 78.0  # half-points of type in a cell 15 mm wide, which is 85, with a little air
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONSHIPS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


class StampCells(NamedTuple):
    """What stands in the six cells: 全宗号 年度 件号 over 机构 保管期限 页数 (DA/T 22-2015, figure B.1)."""

    fonds: str
    year: str
    number: str
    agency: str
    period: str
    pages: str


def stamp_sheet(stamps: Iterable[StampCells]) -> bytes:
    """Return a .docx with a page a stamp."""
    body = "".join(_pages(list(stamps)))
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "word/document.xml": document,
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return Packer({name: deflate([(declaration + text).encode()]) for name, text in files.items()}).pack(())


def _pages(stamps: Sequence[StampCells]) -> Iterator[str]:
    section = (
        f'<w:sectPr><w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}"/><w:pgMar w:top="{_AIR}" w:right="{_AIR}" w:bottom="0" '
        f'w:left="{_AIR}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    for index, stamp in enumerate(stamps):
        yield _table(stamp)
        small = '<w:spacing w:before="0" w:after="0" w:line="10" w:lineRule="exact"/>'
        is_last = index == len(stamps) - 1
        yield f"<w:p><w:pPr>{small}{'' if is_last else section}</w:pPr></w:p>"
    yield section


def _table(stamp: StampCells) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{_RED}"/>' for side in sides)
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    rows = "".join(
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_ROW}" w:hRule="exact"/></w:trPr>'
        f"{''.join(map(_cell, cells))}</w:tr>"
        for cells in (stamp[:3], stamp[3:])
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{3 * _COLUMN}" w:type="dxa"/><w:tblBorders>{rules}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f'<w:tblGrid>{f"""<w:gridCol w:w="{_COLUMN}"/>""" * 3}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(text: str) -> str:
    plain = "".join(each for each in " ".join(text.split()) if each.isprintable())
    size = _size(plain)
    fonts = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:hint="eastAsia"/>'
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{size * 12}" w:lineRule="exact"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_COLUMN}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:snapToGrid w:val="0"/>{spacing}<w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr>{fonts}<w:color w:val="{_RED}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(plain)}</w:t></w:r></w:p></w:tc>'
    )


def _size(text: str) -> int:
    """Return the type size, in half-points, at which a text stands in one line, or the smallest that can be read."""
    ems = sum(0.55 if each.isascii() else 1.0 for each in text)
    return max(_SMALLEST, min(_LARGEST, int(_ACROSS / ems))) if ems else _LARGEST
