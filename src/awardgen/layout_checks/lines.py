"""From the paragraphs of a template to the lines that it prints in one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.branches import Branches
from awardgen.layout_checks.formats import WORD, laid_over, number, paragraph_properties, value
from awardgen.layout_checks.model import Line, LineHeight, Span
from awardgen.layout_checks.runs import face_of, paragraph_style, read_runs
from awardgen.rendering import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.layout_checks.document import Document
    from awardgen.layout_checks.formats import Properties
    from awardgen.layout_checks.runs import Printed

LINE: Final = 28.95  # points: 22 of them are 225 mm
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DRAWN: Final = (f"{WORD}drawing", f"{WORD}pict", f"{WORD}object")
_BLANKS: Final = {"\u3000": 1.0, " ": 0.5, "\u00a0": 0.5, "\t": 2.0}
_AUTOSPACING: Final = 14.0  # points, as Word takes for HTML's automatic spacing


class _Reader:
    """Reads lines one after the other; what stands between two of them is counted on the way."""

    def __init__(self, document: Document, edition: str) -> None:
        self._document = document
        self._branches = Branches(edition)
        self._blank = 0.0
        self._after = 0.0
        self._section = 0
        self._starts_page = False

    def read(self) -> Iterator[Line]:
        for paragraph, place in paragraphs(self._document.body):
            if next(paragraph.iterancestors(f"{_COMPATIBLE}Fallback"), None) is not None:
                continue  # the same text box once more, for older programs
            line = self._line(paragraph, place)
            if line is not None:
                yield line
            if paragraph.find(f"{WORD}pPr/{WORD}sectPr") is not None:
                self._section += 1
                self._starts_page = True

    def _line(self, paragraph: _Element, place: str) -> Line | None:
        document = self._document
        style_format, style_run = document.styles.of_paragraph(paragraph_style(paragraph))
        own = paragraph_properties(paragraph.find(f"{WORD}pPr"))
        list_id, level = (own.get(key, style_format.get(key, "")) for key in ("numId", "ilvl"))
        layout = laid_over(laid_over(style_format, document.numbering.indents(list_id, level)), own)
        printed = read_runs(paragraph, style_run, document.styles, self._branches)
        if printed.vanishes or not printed.stands:
            return None
        breaks = [each for each in paragraph.iter(f"{WORD}br") if value(each, "type") == "page"]
        if not any(span.text.strip() for span in printed.spans):
            self._count_blank(paragraph, layout, breaks=bool(breaks))
            return None
        label = document.numbering.next_label(list_id, level)
        indents = _indents(layout, printed)
        in_cell = next(paragraph.iterancestors(f"{WORD}tc"), None) is not None
        line = Line(
            place=place,
            typed=label + printed.typed,
            spans=_labelled(label, printed),
            tags=printed.tags,
            alignment=_alignment(layout),
            indent=indents[0],
            right_indent=indents[1],
            blank_above=self._blank + (self._after + _space(layout, "before")) / LINE,
            height=_height(layout),
            on_grid=layout.get("snapToGrid") != "0",
            columns=_columns(paragraph) if in_cell else 0,
            in_box=next(paragraph.iterancestors(f"{WORD}txbxContent"), None) is not None,
            starts_page=self._starts_page
            or layout.get("pageBreakBefore") == "1"
            or _leads(paragraph, breaks),
            section=self._section,
        )
        self._blank, self._after = 0.0, _space(layout, "after")
        self._starts_page = bool(breaks) and not _leads(paragraph, breaks)
        return line

    def _count_blank(self, paragraph: _Element, layout: Properties, *, breaks: bool) -> None:
        self._starts_page = self._starts_page or breaks
        if any(next(paragraph.iter(tag), None) is not None for tag in _DRAWN):
            self._blank = 0.0
        else:
            self._blank += 1 + (_space(layout, "before") + self._after) / LINE
            self._after = _space(layout, "after")


def read_lines(document: Document, edition: str) -> tuple[Line, ...]:
    """Return what the body prints where 公文版式 is `edition`, in the order of the page."""
    return tuple(_Reader(document, edition).read())


def _labelled(label: str, printed: Printed) -> tuple[Span, ...]:
    return (Span(label, printed.spans[0].face), *printed.spans) if label else printed.spans


def _alignment(layout: Properties) -> str:
    return layout.get("jc", "left")


def _space(layout: Properties, side: str) -> float:
    """Return the spacing before or after a paragraph in points."""
    if layout.get(f"spacing.{side}Autospacing") in ("1", "true", "on"):
        return _AUTOSPACING
    lines = number(layout.get(f"spacing.{side}Lines", ""))
    return lines / 100 * LINE if lines else number(layout.get(f"spacing.{side}", "")) / 20


def _height(layout: Properties) -> LineHeight:
    rule = layout.get("spacing.lineRule", "auto")
    line = number(layout.get("spacing.line", ""), 240)
    return LineHeight("auto", line / 240) if rule == "auto" else LineHeight(rule, line / 20)


def _indents(layout: Properties, printed: Printed) -> tuple[float, float]:
    """Return what stands left and right of the first line, in its own characters."""
    text = "".join(span.text for span in printed.spans)
    size = next((span.face.size for span in printed.spans if span.text.strip()), 0) or face_of({}).size

    def measure(name: str) -> float:
        characters = number(layout.get(f"ind.{name}Chars", ""))
        return characters / 100 if characters else number(layout.get(f"ind.{name}", "")) / 20 / size

    leading = text[: len(text) - len(text.lstrip())]
    trailing = text[len(text.rstrip()) :]
    first = measure("left") + measure("firstLine") - measure("hanging")
    return (
        first + sum(_BLANKS.get(each, 0) for each in leading),
        measure("right") + sum(_BLANKS.get(each, 0) for each in trailing),
    )


def _columns(paragraph: _Element) -> int:
    table = next(paragraph.iterancestors(f"{WORD}tbl"))
    rows = [row for row in table.iter(f"{WORD}tr") if next(row.iterancestors(f"{WORD}tbl")) is table]
    return max(sum(1 for _ in row.iterchildren(f"{WORD}tc")) for row in rows)


def _leads(paragraph: _Element, breaks: list[_Element]) -> bool:
    """Whether a page break stands before the first text of a paragraph."""
    for element in paragraph.iter(f"{WORD}br", f"{WORD}t"):
        if element in breaks:
            return True
        if (element.text or "").strip():
            return False
    return False
