"""Workbooks to edit: small ones given as XML, and rich ones made by other libraries."""

from datetime import date
from io import BytesIO
from warnings import catch_warnings
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import python_calamine
import xlsxwriter
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from awardgen.sheet_editing import WorkbookEditor

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14"/>'
    '<xf numFmtId="49" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="20"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
"""Styles 0 plain, 1 days, 2 text that wraps, 3 times."""


def book(  # noqa: PLR0913 - each is a way in which workbooks differ
    rows="", *, around="{}", prefix="", space=MAIN, styles=STYLES, more=None, workbook="", name="表"
):
    """Return an .xlsx with one sheet.

    rows: inside sheetData; around: what stands around sheetData, which takes the place of {}; without sheetData where
    rows is None. prefix: of every element of the sheet. more: further parts, in place of the usual ones.
    """
    relations = f"{space.removesuffix('spreadsheetml/main').removesuffix('spreadsheetml/2006/main')}"
    relations += "officeDocument/relationships" if space == STRICT else "officeDocument/2006/relationships"
    data = "<sheetData/>" if rows is None else f"<sheetData>{rows}</sheetData>"
    sheet = f"<worksheet>{around.format(data)}</worksheet>"
    declared = f'xmlns="{space}"'
    if prefix:
        sheet = sheet.replace("</", "\0").replace("<", f"<{prefix}:").replace("\0", f"</{prefix}:")
        declared = f'xmlns:{prefix}="{space}"'
    head = f"{prefix}:worksheet" if prefix else "worksheet"
    sheet = sheet.replace(f"<{head}>", f'<{head} {declared} xmlns:r="{relations}">', 1)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": related((f"{relations}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{relations}">{workbook}'
        f'<sheets><sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": related(
            (f"{relations}/worksheet", "worksheets/sheet1.xml"), (f"{relations}/styles", "styles.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": f'<styleSheet xmlns="{space}">{styles}</styleSheet>',
        **(more or {}),
    }
    return zipped(parts)


def related(*references):
    """Return the part that lists references: their types and targets."""
    each = (f'<Relationship Id="rId{n}" Type="{k}" Target="{t}"/>' for n, (k, t) in enumerate(references, 1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def zipped(parts):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def parts_of(data):
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before, after):
    before, after = parts_of(before), parts_of(after)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def edited(data, *cells, sheet=None):
    """Return a workbook in which cells were set: each a row, a column and a value."""
    editor = WorkbookEditor(data)
    for cell in cells:
        editor.set_cell(sheet or editor.sheet_names[0], *cell)
    return editor.to_bytes()


def appended(data, *rows, sheet=None, after=None):
    editor = WorkbookEditor(data)
    for row in rows:
        editor.append_row(sheet or editor.sheet_names[0], row, after)
    return editor.to_bytes()


def sheet_xml(data, number=1):
    return etree.fromstring(parts_of(data)[f"xl/worksheets/sheet{number}.xml"])


def element(data, path, number=1):
    """Return the first element of a sheet at a path of local names."""
    return sheet_xml(data, number).find("/".join(f"{{*}}{step}" for step in path.split("/")))


def by_openpyxl(data, sheet=None):
    with catch_warnings(action="ignore"):  # that it drops what it does not know
        book = openpyxl.load_workbook(BytesIO(data))
    worksheet = book[sheet] if sheet else book.worksheets[0]
    return {
        cell.coordinate: cell.value for row in worksheet.iter_rows() for cell in row if cell.value is not None
    }


def by_calamine(data, sheet=None):
    book = python_calamine.load_workbook(BytesIO(data))
    worksheet = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
    return worksheet.to_python(skip_empty_area=False)


HEADERS = ("编号", "岗位名称", "人数", "日期", "合计")


def rich_by_openpyxl():
    """Return a workbook that holds nearly all that openpyxl can write; the table is A1:E3 of 示范岗."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "示范岗"
    sheet.append(HEADERS)
    sheet.append(("SF-001", "窗口", 7, date(2010, 9, 25), "=C2*2"))
    sheet.append(("SF-002", "食堂", 8, date(2010, 10, 1), "=C3*2"))
    side = Side(style="thin")
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = Border(left=side, right=side, top=side, bottom=side)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet["A2"].comment = Comment("请核对", "高志远")
    sheet.row_dimensions[3].height = 40
    sheet.freeze_panes = "A2"
    validation = DataValidation(type="whole", operator="greaterThan", formula1="0")
    validation.add("C2:C3")
    sheet.add_data_validation(validation)
    red = PatternFill(bgColor="FFC7CE")
    sheet.conditional_formatting.add("C2:C3", CellIsRule(operator="greaterThan", formula=["7"], fill=red))
    sheet.add_table(Table(displayName="申报", ref="A1:E3"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "H2")
    sheet.print_title_rows = "1:1"
    sheet.print_area = "A1:E3"
    hidden = workbook.create_sheet("隐藏")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "=示范岗!C2+1"
    workbook.defined_names["人数"] = DefinedName("人数", attr_text="示范岗!$C$2:$C$3")
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def rich_by_xlsxwriter():
    """Return a workbook with shared texts, a filter, merged cells, a picture, a shape and a chart.

    The table is A2:E4 of 标 兵, with a note in A7.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        sheet = workbook.add_worksheet("标 兵")
        cell = workbook.add_format({"border": 1, "text_wrap": True})
        day = workbook.add_format({"border": 1, "num_format": "yyyy年m月d日"})
        sheet.merge_range("A1:E1", "申报一览", cell)
        sheet.write_row("A2", HEADERS, workbook.add_format({"bold": True}))
        for row in (2, 3):
            sheet.write_row(row, 0, (f"BB-00{row}", "电工", row), cell)
            sheet.write_datetime(row, 3, date(2010, 9, row), day)
            sheet.write_formula(row, 4, f"=C{row + 1}*2", cell, row * 2)
        sheet.write_rich_string("A7", "备", workbook.add_format({"bold": True}), "注")
        sheet.autofilter("A2:E4")
        sheet.freeze_panes(2, 0)
        sheet.data_validation("C3:C4", {"validate": "integer", "criteria": ">", "value": 0})
        sheet.conditional_format("C3:C4", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("A3", "请核对")
        sheet.insert_textbox("H1", "说明")
        sheet.insert_image("H9", "icon.png", {"image_data": BytesIO(_PNG)})
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "='标 兵'!$C$3:$C$4"})
        sheet.insert_chart("H20", chart)
        other = workbook.add_worksheet("说明")
        other.write("A1", "不要改")
        workbook.define_name("全部", "='标 兵'!$A$3:$E$4")
    return buffer.getvalue()


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005"
    "fe02fe0def46b80000000049454e44ae426082"
)
"""A picture of one white point."""
