from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from awardgen.campaign import AwardKind
from awardgen.workbook import AWARD_ROWS, application_sheet, read_campaign, score_sheet, write_campaign
from awardgen.workbook.declared_campaign import AWARDS, PHASES, RUBRIC
from awardgen.workbook.found_sheet import FoundSheet
from awardgen.workbook.table import read_table

RUBRIC_ROWS = (
    {"项目": "政治素质好", "项目分值": 40, "序号": "1", "评选标准": "甲", "分值": 40},
    {"项目": "服务质量高", "项目分值": 60, "序号": "2", "评选标准": "乙", "分值": 60},
)
EXPECTED_TEXTS = ("活动年度", "发文字号", "通知标题", "主送机关", "印发机关", "授予机关")
CONTENT = {
    "基本信息": (
        *({"项目": item, "内容": "某某"} for item in EXPECTED_TEXTS),
        *({"项目": item, "内容": "2010-9-15"} for item in ("成文日期", "印发日期")),
        {"项目": "事迹起始日期", "内容": "2010-9-1"},
        {"项目": "事迹截止日期", "内容": "2011-6-30"},
        {"项目": "申报截止日期", "内容": "2011-6-30"},
    ),
    "奖项": AWARD_ROWS,
    "评选细则": RUBRIC_ROWS,
    "工会小组": ({"工会小组": "饮食小组"},),
    "评委": ({"评委": "高志远"},),
}
POST = {
    "编号": "SF-1",
    "工会小组": "饮食小组",
    "岗位名称": "窗口",
    "岗位总人数": 2,
    "岗位人员姓名": "丁一、于海",
    "主要事迹": "2010年10月获奖。",
}
PERSON = {
    "编号": "BB-1",
    "工会小组": "饮食小组",
    "岗位名称": "电工",
    "岗位人员姓名": "于海",
    "主要事迹": "抢修及时。",
}


@dataclass
class Campaign:
    """A campaign folder in the making: sheets are given as rows, the first one the headers."""

    folder: Path

    def settings(self, **content):
        """Write the settings workbook alone; content: sheet → rows as mappings."""
        write_campaign(self.folder, {**CONTENT, **content})
        for name in ("申报", "评分"):
            (self.folder / "data" / f"{name}.xlsx").unlink()
        return self

    def book(self, name, **sheets):
        (self.folder / "data").mkdir(exist_ok=True)
        with xlsxwriter.Workbook(self.folder / "data" / f"{name}.xlsx") as book:
            day = book.add_format({"num_format": "yyyy-mm-dd"})
            for sheet, rows in sheets.items():
                worksheet = book.add_worksheet(sheet)
                for number, row in enumerate(rows):
                    for index, value in enumerate(row):
                        if isinstance(value, str):
                            worksheet.write_string(number, index, value)
                        elif hasattr(value, "year"):
                            worksheet.write_datetime(number, index, value, day)
                        else:
                            worksheet.write(number, index, value)
        return self

    def applications(self, *posts, people=()):
        """Write 申报.xlsx with rows that differ from a complete one by what is given."""
        return self.book("申报", 示范岗=_grid(POST, posts), 标兵=_grid(PERSON, people))

    def scores(self, *rows, evidence=()):
        headers = ("编号", "评委", 1, 2)
        return self.book(
            "评分", 评分=(headers, *rows), 附加分=(("编号", "日期", "类型", "来源", "查实"), *evidence)
        )

    def file(self, name, content):
        path = self.folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return self

    def read(self):
        return read_campaign(self.folder)


def _grid(complete, rows):
    headers = tuple(dict.fromkeys((*complete, *(header for row in rows for header in row))))
    return (headers, *(tuple({**complete, **row}.get(header) for header in headers) for row in rows))


@pytest.fixture
def campaign(tmp_path):
    return Campaign(tmp_path)


@pytest.fixture
def read_awards():
    """Read a grid as the sheet 奖项."""
    return lambda *grid: _read(AWARDS, grid)


@pytest.fixture
def read_posts():
    """Read a grid as the sheet 示范岗."""
    return lambda *grid: _read(application_sheet("示范岗", AwardKind.POST), grid)


@pytest.fixture
def read_scores():
    """Read a grid as the sheet 评分 with one criterion."""
    return lambda *grid: _read(score_sheet(["1"]), grid)


@pytest.fixture
def read_rubric():
    """Read a grid as the sheet 评选细则."""
    return lambda *grid: _read(RUBRIC, grid)


@pytest.fixture
def read_phases():
    """Read a grid as the sheet 实施步骤."""
    return lambda *grid: _read(PHASES, grid)


def _read(sheet, grid):
    width = max(len(row) for row in grid)
    padded = [(*row, *[""] * (width - len(row))) for row in grid]
    findings = []
    table = read_table(sheet, FoundSheet(sheet.name, padded), "data/表.xlsx", findings)
    return table, findings


@pytest.fixture
def raw_cells():
    """Write a workbook whose sheet 示范岗 has the given XML as cells of its rows."""

    def write(path, rows, shared=""):
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        content = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        body = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, start=1))
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{content}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{content}.sharedStrings+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
            '<sheets><sheet name="示范岗" sheetId="1" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="a" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="b" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
        }
        with ZipFile(path, "w") as target:
            for name, text in parts.items():
                target.writestr(name, text)

    return write
