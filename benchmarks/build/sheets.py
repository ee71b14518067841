"""Large .xlsx workbooks, as Excel lays them out (one shared string for each text), written row by row."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import IO

Cell = str | int | float | date | None

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE_STYLE = 1
_FIRST_SERIAL = date(1899, 12, 30).toordinal()
_REPEATED_UP_TO = 120  # characters; longer texts are write-ups, no two of which are alike


def write_book(path: Path, sheets: Mapping[str, tuple[Sequence[str], Iterable[Sequence[Cell]]]]) -> None:
    """Write a workbook. sheets: name → (headers, rows). The same content gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        closing(_Texts()) as texts,
    ):
        for index, (headers, rows) in enumerate(sheets.values(), start=1):
            with package.open(f"xl/worksheets/sheet{index}.xml", "w") as part:
                _write_sheet(part, headers, rows, texts)
        with package.open("xl/sharedStrings.xml", "w") as part:
            texts.copy_to(part)
        for name, content in _small_parts(tuple(sheets)).items():
            with package.open(name, "w") as part:
                part.write((_HEAD + content).encode())


class _Texts:
    """The shared strings, kept in a temporary file: the write-ups of a large campaign fill half a gigabyte."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._indexes: dict[str, int] = {}
        self._count = 0

    def close(self) -> None:
        self._file.close()

    def index(self, text: str) -> int:
        known = self._indexes.get(text)
        if known is not None:
            return known
        index = self._count
        self._count += 1
        if len(text) <= _REPEATED_UP_TO:
            self._indexes[text] = index
        self._file.write(f'<si><t xml:space="preserve">{escape(text)}</t></si>'.encode())
        return index

    def copy_to(self, part: IO[bytes]) -> None:
        part.write(f'{_HEAD}<sst xmlns="{_MAIN}" uniqueCount="{self._count}">'.encode())
        self._file.seek(0)
        shutil.copyfileobj(self._file, part, 1 << 20)
        part.write(b"</sst>")


def _write_sheet(
    part: IO[bytes], headers: Sequence[str], rows: Iterable[Sequence[Cell]], texts: _Texts
) -> None:
    letters = [chr(ord("A") + index) for index in range(len(headers))]
    part.write(f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
    part.write(_row(1, letters, headers, texts))
    for number, row in enumerate(rows, start=2):
        part.write(_row(number, letters, row, texts))
    part.write(b"</sheetData></worksheet>")


def _row(number: int, letters: Sequence[str], row: Sequence[Cell], texts: _Texts) -> bytes:
    cells = [f'<row r="{number}">']
    for letter, cell in zip(letters, row, strict=True):
        if cell is None:
            continue
        if isinstance(cell, str):
            cells.append(f'<c r="{letter}{number}" t="s"><v>{texts.index(cell)}</v></c>')
        elif isinstance(cell, date):
            serial = cell.toordinal() - _FIRST_SERIAL
            cells.append(f'<c r="{letter}{number}" s="{_DATE_STYLE}"><v>{serial}</v></c>')
        else:
            cells.append(f'<c r="{letter}{number}"><v>{cell:g}</v></c>')
    cells.append("</row>")
    return "".join(cells).encode()


def _small_parts(names: Sequence[str]) -> dict[str, str]:
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, names, strict=True)
    )
    links = [(f"worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    links += [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
    types = [(f"worksheets/sheet{number}.xml", "worksheet+xml") for number in numbers]
    types += [
        ("workbook.xml", "sheet.main+xml"),
        ("styles.xml", "styles+xml"),
        ("sharedStrings.xml", "sharedStrings+xml"),
    ]
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_CONTENT}.{kind}"/>' for part, kind in types
    )
    return {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/styles.xml": _STYLES,
        "_rels/.rels": _links([("xl/workbook.xml", "officeDocument")]),
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
        ),
    }


def _links(targets: Iterable[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)
