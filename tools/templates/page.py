"""The page of GB/T 9704: A4, its text area, its grid of 22 lines of 28 characters, its page number.

All measures are twips, a twentieth of a point. LibreOffice 7.4 sets 15 characters a line with a grid of the type
`linesAndChars`; the grid therefore counts lines only, and an exact line height with a slightly narrowed tracking
gives the 28 characters.
"""

from dataclasses import dataclass

from tools.templates.xml import NAMESPACES

TEXT_WIDTH = 8844  # 156 mm
LINE = 579  # 22 of them are 225 mm
CHARACTER = 315  # a body character: 16 pt, narrowed by TRACKING
TRACKING = -5


@dataclass(frozen=True)
class Page:
    """A sheet of paper and its margins."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footer: int
    grid: str = ""
    landscape: bool = False

    @property
    def text_width(self) -> int:
        """The width that is left between the margins."""
        return self.width - self.left - self.right

    def section(self) -> str:
        """Write the closing section properties of a document on this page."""
        turned = ' w:orient="landscape"' if self.landscape else ""
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
            '<w:footerReference w:type="even" r:id="rId5"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}" '
            f'w:header="851" w:footer="{self.footer}" w:gutter="0"/>{self.grid}</w:sectPr>'
        )


#: Top 37 mm, left 28 mm, text area 156 × 225 mm, the page number 7 mm below it.
PORTRAIT = Page(
    width=11906,
    height=16838,
    top=2098,
    right=1474,
    bottom=1984,
    left=1588,
    footer=1267,
    grid=f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>',
)

#: A turned page is bound at its top.
LANDSCAPE = Page(
    width=16838, height=11906, top=1588, right=1021, bottom=1304, left=1021, footer=737, landscape=True
)


def footer(style: str) -> str:
    """Write a footer part holding — 1 —."""
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )
