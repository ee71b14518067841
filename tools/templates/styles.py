"""The style sheet that all templates share."""

from tools.templates.document_styles import DOCUMENT_STYLES
from tools.templates.fonts import FANGSONG, type_face
from tools.templates.table_styles import TABLE_STYLES
from tools.templates.xml import NAMESPACES

_TABLE_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
    for side, eighths in (
        ("top", 8),
        ("left", 8),
        ("bottom", 8),
        ("right", 8),
        ("insideH", 4),
        ("insideV", 4),
    )
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="{1}" w:type="dxa"/><w:left w:w="{0}" w:type="dxa"/>'
    '<w:bottom w:w="{1}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
)
_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:semiHidden/></w:style><w:style w:type="table" w:default="1" w:styleId="NormalTable">'
    f'<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr>{_CELL_MARGINS.format(108, 0)}</w:tblPr></w:style>'
)


def _table_style(identifier: str, name: str, margins: tuple[int, int], borders: str = _TABLE_BORDERS) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="NormalTable"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"{_CELL_MARGINS.format(*margins)}</w:tblPr></w:style>"
    )


def style_sheet() -> str:
    """Write the part styles.xml."""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{type_face(FANGSONG, '三号')}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + "".join(style.to_xml() for style in DOCUMENT_STYLES[:1])
        + _BUILT_IN
        + "".join(style.to_xml() for style in DOCUMENT_STYLES[1:] + TABLE_STYLES)
        + _table_style("FormTable", "公文表格", (80, 40))
        + _table_style("SummaryTable", "汇总表", (20, 20))
        + _table_style("ImprintTable", "版记表", (0, 0), borders="")
        + "</w:styles>"
    )
