"""The fonts and sizes of official documents, under the names that the office knows them by."""

from dataclasses import dataclass

from tools.templates.xml import NAMESPACES

FANGSONG = "仿宋_GB2312"
KAITI = "楷体_GB2312"
HEITI = "黑体"
SONGTI = "宋体"
XIAOBIAOSONG = "方正小标宋简体"
LATIN = "Times New Roman"

#: Chinese type sizes in half-points, as w:sz wants them.
SIZES = {
    "小初": 72,
    "二号": 44,
    "小二": 36,
    "三号": 32,
    "小三": 30,
    "四号": 28,
    "小四": 24,
    "五号": 21,
    "小五": 18,
}


@dataclass(frozen=True)
class _Font:
    name: str
    stand_in: str  # what to take on a computer that lacks it
    panose: str
    charset: str = "86"  # GB 2312
    family: str = "modern"


_FONTS = (
    _Font(FANGSONG, "仿宋", "02010609030101010101"),
    _Font(KAITI, "楷体", "02010609030101010101"),
    _Font(HEITI, "SimHei", "02010609060101010101"),
    _Font(SONGTI, "SimSun", "02010600030101010101", family="auto"),
    _Font(XIAOBIAOSONG, "华文中宋", "02010601030101010101", family="auto"),
    _Font(LATIN, "Liberation Serif", "02020603050405020304", charset="00", family="roman"),
)


def font_table() -> str:
    """Write the part fontTable.xml: each font with its stand-in."""
    fonts = "".join(
        f'<w:font w:name="{font.name}"><w:altName w:val="{font.stand_in}"/><w:panose1 w:val="{font.panose}"/>'
        f'<w:charset w:val="{font.charset}"/><w:family w:val="{font.family}"/></w:font>'
        for font in _FONTS
    )
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def type_face(
    name: str | None = None,
    size: str | None = None,
    *,
    colour: str | None = None,
    tracking: int | None = None,
) -> str:
    """Write the children of w:rPr for a Chinese font, a size by its Chinese name, a colour, a tracking in twips."""
    parts = []
    if name:
        # Titles, headings and the page number are heavy or square; Times digits would look lost in them.
        latin = LATIN if name in {FANGSONG, KAITI} else name
        parts.append(
            f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" w:cs="{LATIN}"/>'
        )
    if colour:
        parts.append(f'<w:color w:val="{colour}"/>')
    if tracking is not None:
        parts.append(f'<w:spacing w:val="{tracking}"/>')
    if size:
        parts.append(f'<w:sz w:val="{SIZES[size]}"/><w:szCs w:val="{SIZES[size]}"/>')
    return "".join(parts)
