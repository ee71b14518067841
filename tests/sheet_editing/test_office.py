"""LibreOffice reads what was edited, and what LibreOffice saved can be edited."""

import subprocess
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from awardgen.sheet_editing import WorkbookEditor
from tests.sheet_editing.books import appended, book, by_calamine, by_openpyxl, changed_parts, edited

pytestmark = pytest.mark.office

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@pytest.fixture
def converted(tmp_path):
    """Return what LibreOffice makes of a workbook."""

    def convert(data, suffix):
        (tmp_path / "in.xlsx").write_bytes(data)
        command = [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
        ]
        command += [suffix, "--outdir", str(tmp_path / "out"), str(tmp_path / "in.xlsx")]
        subprocess.run(command, check=True, capture_output=True)
        return (tmp_path / "out" / f"in.{suffix}").read_bytes()

    return convert


def shown(cell):
    """Return a cell as LibreOffice holds it: its day, its number, or the lines of its text."""
    day, number = cell.get(f"{OFFICE}date-value"), cell.get(f"{OFFICE}value")
    return day or (number and Decimal(number)) or "\n".join(map(_line, cell.iterchildren(f"{TEXT}p")))


def _line(paragraph):
    for space in list(paragraph.iter(f"{TEXT}s")):
        space.text = " " * int(space.get(f"{TEXT}c", 1))
    for tab in paragraph.iter(f"{TEXT}tab"):
        tab.text = "\t"
    return "".join(paragraph.itertext())


TEXTS = [
    "=1+1",
    "+1",
    "-1",
    "@a",
    "一\n二",
    "  两  边 ",
    "\t",
    "_x0007_",
    "_x005F_x0041_",
    "a_x0041_b",
    "_x4E2D_",
    "<&>\"'",
    "0012",
]
VALUES = [*TEXTS, Decimal("0.1"), Decimal("-12.34"), 123456789012345, date(1900, 3, 1), date(2010, 9, 25)]


def test_it_reads_every_value(converted):
    data = edited(book(), *((row, 1, value) for row, value in enumerate(VALUES, 1)))
    root = etree.fromstring(converted(data, "fods"))
    cells = [shown(next(row.iter(f"{TABLE}table-cell"))) for row in root.iter(f"{TABLE}table-row")]
    assert cells[: len(VALUES)] == [str(value) if isinstance(value, date) else value for value in VALUES]


def test_what_it_saved_is_edited_and_read_by_all(converted, rich):
    data, sheet, last = rich
    saved = converted(data, "xlsx")
    after = edited(saved, (last, 2, "=新"), (last, 4, date(2011, 1, 2)), sheet=sheet)
    assert changed_parts(saved, after) <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    before = by_calamine(saved, sheet)
    expected = [list(row) for row in before]
    expected[last - 1][1], expected[last - 1][3] = "=新", date(2011, 1, 2)
    assert by_calamine(after, sheet) == expected
    assert by_openpyxl(after, sheet)[f"B{last}"] == "=新"
    assert by_calamine(converted(after, "xlsx"), sheet) == expected


def test_a_row_is_appended_to_what_it_saved(converted, rich):
    data, sheet, last = rich
    saved = converted(data, "xlsx")
    after = appended(saved, {1: "X-1", 3: 5, 4: date(2011, 1, 2)}, sheet=sheet, after=last)
    assert by_calamine(after, sheet)[last][:4] == ["X-1", "", 5, date(2011, 1, 2)]
    again = converted(after, "xlsx")
    assert by_calamine(again, sheet)[last][:4] == ["X-1", "", 5, date(2011, 1, 2)]
    assert WorkbookEditor(again).sheet_names == WorkbookEditor(data).sheet_names
