"""The styles of forms, lists and summaries."""

from tools.templates.fonts import FANGSONG, HEITI, KAITI, XIAOBIAOSONG, type_face
from tools.templates.page import CHARACTER, LINE
from tools.templates.style import HEADING, KEEP_NEXT, Style, align, space

TABLE_STYLES = (
    Style("AnnexLabel", "附件标注", KEEP_NEXT + align("left"), type_face(HEITI)),
    Style(
        "TableTitle",
        "表题",
        KEEP_NEXT + space(before=200, after=200, line=640) + align("center"),
        type_face(XIAOBIAOSONG, "二号", tracking=0),
    ),
    Style(
        "TableCaption",
        "表上说明",
        KEEP_NEXT + space(after=60, line=400) + align("left"),
        type_face(FANGSONG, "小四", tracking=0),
    ),
    Style("Subtitle", "副标题", KEEP_NEXT + align("center"), type_face(KAITI, "三号", tracking=0)),
    Style(
        "SubtitleLine",
        "副标题说明",
        space(after=LINE) + align("center"),
        type_face(FANGSONG, "四号", tracking=0),
    ),
    Style("ListHeading", "名单标题", KEEP_NEXT + space(before=200, after=100) + HEADING, type_face(HEITI)),
    Style(
        "SignFirst",
        "落款首行",
        KEEP_NEXT
        + '<w:tabs><w:tab w:val="left" w:pos="4900"/></w:tabs>'
        + space(before=LINE // 2)
        + align("left"),
    ),
    Style("SignLast", "落款日期", space() + f'<w:ind w:right="{2 * CHARACTER}"/>' + align("right")),
    Style(
        "Cell",
        "表格文字",
        space(line=380) + align("left"),
        type_face(FANGSONG, "小四", tracking=0),
    ),
    Style("CellCentre", "表格文字居中", align("center"), based_on="Cell"),
    Style("CellHead", "表头", KEEP_NEXT, type_face(HEITI), based_on="CellCentre"),
    Style("CellLabel", "表格栏目", space(line=440), type_face(FANGSONG, "四号"), based_on="CellCentre"),
    Style("CellValue", "表格填写", space(line=440), type_face(FANGSONG, "四号"), based_on="Cell"),
    Style(
        "CellText",
        "表格段落",
        space(line=400) + '<w:ind w:firstLineChars="200" w:firstLine="480"/>' + align("both"),
        based_on="Cell",
    ),
    Style(
        "CellDate",
        "表格落款",
        space(before=560, after=80, line=440) + '<w:ind w:rightChars="100" w:right="280"/>' + align("right"),
        type_face(FANGSONG, "四号"),
        based_on="Cell",
    ),
    Style(
        "SmallCell",
        "汇总表文字",
        space(line=300) + align("center"),
        type_face(size="五号"),
        based_on="Cell",
    ),
    Style("SmallText", "表格小字", align("left"), based_on="SmallCell"),
    Style("SmallHead", "汇总表表头", KEEP_NEXT, type_face(HEITI), based_on="SmallCell"),
    Style("TinyCell", "汇总表评委分", space(line=300), type_face(size="小五"), based_on="SmallCell"),
    Style(
        "TableNote",
        "表注",
        space(before=80, line=320) + align("left"),
        type_face(size="五号"),
        based_on="Cell",
    ),
    Style(
        "SignLine",
        "签名行",
        '<w:tabs><w:tab w:val="left" w:pos="4900"/><w:tab w:val="left" w:pos="9800"/></w:tabs>'
        + space(before=360, line=440)
        + align("left"),
        type_face(size="四号"),
        based_on="Cell",
    ),
)
