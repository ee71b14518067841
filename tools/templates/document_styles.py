"""The styles of an official document, named in Chinese because staff pick them from Word's list."""

from tools.templates.fonts import FANGSONG, HEITI, SONGTI, XIAOBIAOSONG, type_face
from tools.templates.page import CHARACTER, LINE, TEXT_WIDTH, TRACKING
from tools.templates.style import HEADING, KEEP_NEXT, Style, align, rule, space

RED = "FF0000"
_FIRST_LINE = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'
_HANGING_NAME = 1860  # where the name of an annex starts: behind “附件：1.” after two characters
_IMPRINT_END = TEXT_WIDTH - CHARACTER

#: Normal comes first.
DOCUMENT_STYLES = (
    Style(
        "Normal",
        "Normal",
        '<w:widowControl w:val="0"/>' + space() + align("both"),
        type_face(FANGSONG, "三号", tracking=TRACKING),
    ),
    Style("BodyText", "公文正文", _FIRST_LINE),
    Style(
        "IssuerMark",
        "发文机关标志",
        space(before=1417, after=2 * LINE, line=840) + align("center"),
        type_face(XIAOBIAOSONG, "小初", colour=RED, tracking=0),
    ),
    Style("DocumentNumber", "发文字号", align("center")),
    Style(
        "RedRule",
        "红色反线",
        f"<w:pBdr>{rule('bottom', 12, RED)}</w:pBdr>" + space(after=2 * LINE, line=227),
    ),
    Style(
        "DocumentTitle",
        "公文标题",
        KEEP_NEXT + space(after=LINE, line=720) + align("center"),
        type_face(XIAOBIAOSONG, "二号", tracking=0),
    ),
    Style("Addressee", "主送机关", KEEP_NEXT + align("left")),
    Style("HeadingOne", "一级标题", KEEP_NEXT + _FIRST_LINE + HEADING, type_face(HEITI)),
    Style("HeadingTwo", "二级标题", KEEP_NEXT + _FIRST_LINE),
    Style(
        "AnnexFirst",
        "附件说明",
        KEEP_NEXT
        + space(before=LINE)
        + f'<w:ind w:left="{_HANGING_NAME}" w:hanging="{_HANGING_NAME - 2 * CHARACTER}"/>'
        + align("left"),
    ),
    Style(
        "AnnexNext",
        "附件说明续",
        KEEP_NEXT
        + f'<w:ind w:left="{_HANGING_NAME}" w:hanging="{_HANGING_NAME - 5 * CHARACTER}"/>'
        + align("left"),
    ),
    # One issuer seals over the date, so nothing else stands there; it ends four characters from the edge.
    Style(
        "DateOfIssue",
        "成文日期",
        KEEP_NEXT
        + space(before=2 * LINE)
        + f'<w:ind w:rightChars="400" w:right="{4 * CHARACTER}"/>'
        + align("right"),
    ),
    # Name and date are centred in one block: a date as long as 2010年9月15日 ends four characters from the edge.
    Style("Signature", "发文机关署名", KEEP_NEXT + '<w:ind w:left="4244"/>' + align("center")),
    Style(
        "SubjectWords",
        "主题词",
        space(line=LINE) + '<w:ind w:left="1260" w:hanging="1260"/>' + align("left"),
    ),
    Style(
        "Imprint",
        "版记",
        f'<w:tabs><w:tab w:val="right" w:pos="{_IMPRINT_END}"/></w:tabs>'
        f'<w:ind w:firstLineChars="100" w:firstLine="{CHARACTER}"/>' + align("left"),
    ),
    Style("ImprintSmall", "版记（2012）", run=type_face(size="四号"), based_on="Imprint"),
    Style("PrintRun", "印数", f'<w:ind w:right="{CHARACTER}"/>' + align("right")),
    Style("PrintRunSmall", "印数（2012）", run=type_face(size="四号"), based_on="PrintRun"),
    # For the lines that hold only a tag and leave with it: small, so that the template looks like what it gives.
    Style(
        "TemplateTag",
        "模板标签",
        space(line=280) + align("left"),
        type_face(SONGTI, "小五", colour="7F7F7F", tracking=0),
    ),
    # It must be there: a document that ends in a table or a frame is damaged by some conversions.
    Style("DocumentEnd", "文末", space(line=20), type_face(size="小五", tracking=0)),
    Style(
        "PageNumberOdd",
        "页码（单页）",
        space(line=320) + '<w:ind w:rightChars="100" w:right="280"/>' + align("right"),
        type_face(SONGTI, "四号", tracking=0),
    ),
    Style(
        "PageNumberEven",
        "页码（双页）",
        '<w:ind w:leftChars="100" w:left="280" w:rightChars="0" w:right="0"/>' + align("left"),
        based_on="PageNumberOdd",
    ),
)
