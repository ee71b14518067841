"""Paragraphs, runs, tables: the pieces a template's body is put together from.

A tag must lie in one run, else Word's own marks would stand inside it; so a piece of text is always one run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

# Without the hint Word takes curly quotes for Western ones and sets them narrow.
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def run(text: str, properties: str = _HINT) -> str:
    """Write a run; a tab or line end in the text becomes Word's own."""
    pieces = escape(text).replace("\t", "\0<w:tab/>\0").replace("\n", "\0<w:br/>\0").split("\0")
    content = "".join(
        piece if piece.startswith("<w:") else f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in pieces
        if piece
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def paragraph(style: str, text: str = "", *, layout: str = "") -> str:
    """Write a paragraph of one run. `layout` is what it has beyond its style, as XML."""
    return runs(style, run(text) if text else "", layout=layout)


def runs(style: str, *content: str, layout: str = "") -> str:
    """Write a paragraph of several runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{"".join(content)}</w:p>'


def control(tag: str) -> str:
    """Write a paragraph that holds nothing but a {%p %} tag and vanishes with it."""
    return paragraph("TemplateTag", f"{{%p {tag} %}}")


def when(condition: str, *content: str, otherwise: str = "") -> str:
    """Paragraphs that stand only where the condition holds."""
    other = control("else") + otherwise if otherwise else ""
    return control(f"if {condition}") + "".join(content) + other + control("endif")


def for_each(loop: str, *content: str) -> str:
    """Paragraphs that are repeated; `loop` reads like `奖 in 奖项列表`."""
    return control(f"for {loop}") + "".join(content) + control("endfor")


@dataclass(frozen=True)
class Cell:
    """A table cell: its paragraphs, how many columns of the table's grid it covers, rules beyond the table's."""

    content: str
    span: int = 1
    vertical: str = "center"
    borders: str = ""

    def to_xml(self, width: int | None) -> str:
        # A cell whose span a tag decides must not state a width: the tag cannot adjust it.
        wide = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        borders = f"<w:tcBorders>{self.borders}</w:tcBorders>" if self.borders else ""
        properties = f'{wide}{span}{borders}<w:vAlign w:val="{self.vertical}"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.content}</w:tc>"


@dataclass(frozen=True)
class Row:
    """A table row, at least `height` high. It keeps together on a page unless it may split."""

    cells: Sequence[Cell]
    height: int = 0
    header: bool = False
    may_split: bool = False
    free_widths: bool = False

    def to_xml(self, grid: Sequence[int]) -> str:
        properties = "" if self.may_split else "<w:cantSplit/>"
        if self.height:
            properties += f'<w:trHeight w:val="{self.height}" w:hRule="atLeast"/>'
        if self.header:
            properties += "<w:tblHeader/>"
        cells, column = [], 0
        for cell in self.cells:
            width = sum(grid[column : column + cell.span])
            cells.append(cell.to_xml(None if self.free_widths else width))
            column += cell.span
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def control_row(tag: str, columns: int) -> Row:
    """Make a row that holds nothing but a {%tr %} tag and vanishes with it."""
    return Row([Cell(paragraph("TemplateTag", f"{{%tr {tag} %}}"), span=columns)])


def rows_when(condition: str, columns: int, row: Row, *, otherwise: Row | None = None) -> list[Row]:
    """Make a row that stands only where the condition holds."""
    other = [control_row("else", columns), otherwise] if otherwise else []
    return [control_row(f"if {condition}", columns), row, *other, control_row("endif", columns)]


def rows_for_each(loop: str, columns: int, *rows: Row) -> list[Row]:
    """Rows that are repeated; `loop` reads like `标准 in 组.标准列表`."""
    return [control_row(f"for {loop}", columns), *rows, control_row("endfor", columns)]


def table(grid: Sequence[int], rows: Sequence[Row], style: str = "FormTable", *, place: str = "") -> str:
    """Write a table with fixed column widths, centred unless it has a place of its own."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    centred = "" if place else '<w:jc w:val="center"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{place}<w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        f'{centred}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(row.to_xml(grid) for row in rows)}</w:tbl>"
    )
