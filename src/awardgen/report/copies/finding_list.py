"""The sheet 问题清单: every finding of the campaign, the weightiest first, each with a link to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from awardgen.finding import Severity
from awardgen.report.copies.cells import FILLS, FORMULA_STARTS, lines_of, take_looks, write_text
from awardgen.report.copies.opened import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from awardgen.finding import Finding

TITLE = "问题清单"
SETTLED = "已在工作表“核实”中登记，不必处理。"
_MEANINGS = {
    Severity.ERROR: "错误：要改正",
    Severity.WARNING: "警告：请看一看",
    Severity.INFO: "提示：供参考",
}
_HEADER_ROW = 3
_COLUMNS = {
    "级别": 7,
    "代码": 8,
    "名称": 20,
    "工作簿": 20,
    "工作表": 11,
    "单元格": 8,
    "编号": 10,
    "摘录": 26,
    "问题": 46,
    "处理办法": 40,
}
_BOOK, _SHEET, _CELL = (list(_COLUMNS).index(header) for header in ("工作簿", "工作表", "单元格"))
_FONT, _LINK = Font(name="宋体", size=10), Font(name="宋体", size=10, color="0563C1", underline="single")
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP = Alignment(wrap_text=True, vertical="top")
_A4 = 9
_LINE, _ROW_MARGIN, _HIGHEST_ROW = 13.5, 2, 409  # points
_WIDTHS = tuple(_COLUMNS.values())
_MOST_LINKS = 65_000  # Excel follows 65,530 in a sheet and calls a workbook with more of them damaged


class Links(Protocol):
    """Where the copies and files lie that findings lead to."""

    def target(self, file: str) -> str | None:
        """Return what leads to a file; empty to the workbook itself, None where nothing does."""
        ...


class _Look(NamedTuple):
    """Cells whose looks the others take over: to make them anew for each takes ten times as long."""

    plain: Cell
    quoted: Cell
    link: Cell
    levels: Mapping[Severity, Cell]


def add_finding_list(workbook: Workbook, findings: Sequence[Finding], heading: str, links: Links) -> None:
    """Put the sheet in front of the others. findings: in their order. heading: what they are of."""
    sheet = cast("Worksheet", workbook.create_sheet(_free_title(workbook), 0))
    for each in workbook.worksheets:
        each.sheet_view.tabSelected = each is sheet  # sheets selected together are edited together
    workbook.active = 0
    _write_head(sheet, findings, heading)
    look = _look(sheet)
    left = _MOST_LINKS
    for number, finding in enumerate(findings, start=_HEADER_ROW + 1):
        left -= _write_row(sheet, number, finding, look, links if left > 0 else None)
    _set_up_paper(sheet, _HEADER_ROW + len(findings))


def _free_title(workbook: Workbook) -> str:
    taken = {name.casefold() for name in workbook.sheetnames}
    numbered = (TITLE if number == 1 else f"{TITLE}（{number}）" for number in range(1, len(taken) + 2))
    return next(title for title in numbered if title not in taken)


def _write_head(sheet: Worksheet, findings: Sequence[Finding], heading: str) -> None:
    counts = {severity: sum(each.severity is severity for each in findings) for severity in Severity}
    told = "，".join(f"{severity.label}{count}个" for severity, count in counts.items())
    first = cast("Cell", sheet.cell(1, 1))
    write_text(first, f"{''.join(heading.split())}　{told}")
    first.font = Font(name="宋体", size=12, bold=True)
    for index, (severity, meaning) in enumerate(_MEANINGS.items()):
        start = 1 + index * 3
        for column in range(start, start + 3):
            sheet.cell(2, column).fill = FILLS[severity]
        legend = cast("Cell", sheet.cell(2, start))
        write_text(legend, meaning)
        legend.font = _FONT
    for index, (header, width) in enumerate(_COLUMNS.items(), start=1):
        cell = cast("Cell", sheet.cell(_HEADER_ROW, index))
        write_text(cell, header)
        cell.font, cell.border = Font(name="宋体", size=10, bold=True), _BORDER
        cell.fill = PatternFill("solid", start_color="D9D9D9")
        cell.alignment = Alignment(horizontal="center", vertical="center")
        sheet.column_dimensions[get_column_letter(index)].width = width


def _look(sheet: Worksheet) -> _Look:
    """Make cells that stand nowhere and only have looks."""

    def made(font: Font = _FONT, level: Severity | None = None, *, quoted: bool = False) -> Cell:
        cell = Cell(sheet, 1, 1)
        cell.font, cell.border, cell.alignment = font, _BORDER, _TOP
        if level is not None:
            cell.fill = FILLS[level]
        cell.quotePrefix = quoted
        return cell

    levels = {severity: made(level=severity) for severity in Severity}
    return _Look(made(), made(quoted=True), made(_LINK), levels)


def _write_row(sheet: Worksheet, number: int, finding: Finding, look: _Look, links: Links | None) -> int:
    """Write a finding; return how many links that took."""
    place = finding.place
    texts = (
        finding.severity.label,
        finding.kind.code,
        finding.kind.name,
        place.file or "",
        place.sheet or "",
        place.cell or "",
        finding.applicant or "",
        finding.excerpt or "",
        finding.message,
        SETTLED if finding.settled else finding.hint,
    )
    height = _LINE * lines_of(texts, _WIDTHS) + _ROW_MARGIN
    sheet.row_dimensions[number].height = min(height, _HIGHEST_ROW)
    cells = []
    for index, text in enumerate(texts, start=1):
        cell = cast("Cell", sheet.cell(number, index))
        model = look.quoted if text.startswith(FORMULA_STARTS) else look.plain
        if text:
            write_text(cell, text)
        take_looks(cell, model)
        cells.append(cell)
    take_looks(cells[0], look.levels[finding.severity])
    target = links.target(place.file) if links and place.file else None
    if target is None or not (target or place.sheet):
        return 0
    if place.sheet:
        linked = cells[_CELL] if place.cell else cells[_SHEET]
        location = f"{quote_sheetname(title_of(place.sheet))}!{place.cell or 'A1'}"
    else:
        linked, location = cells[_BOOK], None
    linked.hyperlink = Hyperlink(ref=linked.coordinate, target=target or None, location=location)
    take_looks(linked, look.link)
    return 1


def _set_up_paper(sheet: Worksheet, last_row: int) -> None:
    last_column = get_column_letter(len(_COLUMNS))
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last_column}{last_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.7
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    cast("Any", sheet).oddFooter.center.text = "第 &P 页，共 &N 页"
