"""归档文件目录, 备考表 and 盒脊标签 by DA/T 22-2015 (5.5, 6.4), printed when a campaign is archived."""

from tools.templates.flow import Cell, Row, for_each, paragraph, rows_for_each, table, when
from tools.templates.package import Template
from tools.templates.page import LANDSCAPE, PORTRAIT

_OF_2000 = "目录格式 == 'DA/T 22-2000'"
_2015 = (
    ("序号", 650, "SmallCell"),
    ("档号", 2960, "SmallText"),
    ("文号", 1800, "SmallText"),
    ("责任者", 1880, "SmallText"),
    ("题名", 4056, "SmallText"),
    ("日期", 1100, "SmallCell"),
    ("密级", 650, "SmallCell"),
    ("页数", 650, "SmallCell"),
    ("备注", 1050, "SmallText"),
)
_2000 = (
    ("件号", 750, "SmallCell"),
    ("责任者", 2200, "SmallText"),
    ("文号", 2300, "SmallText"),
    ("题名", 5996, "SmallText"),
    ("日期", 1200, "SmallCell"),
    ("页数", 750, "SmallCell"),
    ("备注", 1600, "SmallText"),
)


def _table(columns: tuple[tuple[str, int, str], ...]) -> str:
    heads = Row(
        [Cell(paragraph("SmallHead", name)) for name, _, _ in columns],
        height=440,
        header=True,
    )
    cells = Row([Cell(paragraph(style, f"{{{{ 件.{name} }}}}")) for name, _, style in columns], height=440)
    grid = tuple(width for _, width, _ in columns)
    return table(grid, [heads, *rows_for_each("件 in 归档列表", len(columns), cells)])


def catalogue() -> Template:
    """List the items, in the edition that the campaign keeps."""
    caption = (
        "全宗号：{{ 全宗号 }}　　全宗名称：{{ 全宗名称 }}　　年度：{{ 归档年度 }}　　保管期限：{{ 保管期限 }}"
        "{% if 机构 %}　　机构（问题）：{{ 机构 }}{% endif %}"
    )
    return Template(
        "归档文件目录",
        paragraph("TableTitle", "归档文件目录")
        + paragraph("TableCaption", caption)
        + when(_OF_2000, _table(_2000), otherwise=_table(_2015))
        + paragraph("TableNote", "共{{ 件数 }}件，{{ 总页数 }}页。")
        + paragraph("DocumentEnd"),
        LANDSCAPE,
    )


def reference_sheet() -> Template:
    """Tell, last in each box, in what state its items are, and who arranged and who checked them."""
    signed = (
        ("整理人", "{{ 整理人 }}"),
        ("整理日期", "{{ 归档日期 }}"),
        ("检查人", "{{ 检查人 }}"),
        ("检查日期", "{{ 检查日期 }}"),
    )
    rows = [
        Row([Cell(paragraph("CellHead", "盒内文件情况说明"), span=2)], height=700),
        Row(
            [Cell(paragraph("CellValue", "{{ 盒.说明|分段 }}"), span=2, vertical="top")],
            height=7200,
            may_split=True,
        ),
        *(
            Row([Cell(paragraph("CellLabel", label)), Cell(paragraph("CellValue", value))], height=700)
            for label, value in signed
        ),
    ]
    caption = (
        "全宗号：{{ 全宗号 }}　年度：{{ 归档年度 }}　保管期限：{{ 保管期限 }}　盒号：{{ 盒.盒号 }}　"
        "件号：{{ 盒.起件号 }}—{{ 盒.止件号 }}"
    )
    return Template(
        "备考表",
        for_each(
            "盒 in 盒列表",
            when(
                "loop.first",
                paragraph("TableTitle", "备　考　表"),
                otherwise=paragraph("TableTitle", "备　考　表", layout="<w:pageBreakBefore/>"),
            ),
            paragraph("TableCaption", caption),
            table((2400, 6444), rows),
        )
        + paragraph("DocumentEnd"),
        PORTRAIT,
    )


def spine_label() -> Template:
    """Print a label for the spine of each box, 20 mm wide, to be cut out."""
    fields = (
        ("全宗号", "{{ 全宗号 }}", 1300),
        ("年度", "{{ 归档年度 }}", 1300),
        ("保管期限", "{{ 保管期限 }}", 1300),
        ("机构", "{{ 机构 }}", 1700),
        ("起件号", "{{ 盒.起件号 }}", 1100),
        ("止件号", "{{ 盒.止件号 }}", 1100),
        ("盒号", "{{ 盒.盒号 }}", 1100),
    )
    rows = [
        row
        for label, value, height in fields
        for row in (
            Row([Cell(paragraph("SmallHead", label))], height=400),
            Row([Cell(paragraph("SmallCell", value))], height=height),
        )
    ]
    note = "沿线剪下，贴在{{ 盒.盒号 }}号盒的盒脊上（盒厚20毫米；更厚的盒居中贴）。"
    return Template(
        "盒脊标签",
        for_each(
            "盒 in 盒列表",
            when(
                "loop.first",
                paragraph("TableCaption", note),
                otherwise=paragraph("TableCaption", note, layout="<w:pageBreakBefore/>"),
            ),
            table((1134,), rows, style="SummaryTable"),
        )
        + paragraph("DocumentEnd"),
        PORTRAIT,
    )
