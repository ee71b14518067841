"""What the rules see of a template: its pages, its lines with their type, its page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Stands in a line's text where a tag prints something.
PRINTED: Final = "\ue000"
#: Stands in a footer's text where Word prints the page number.
PAGE: Final = "\ue001"


class Role(StrEnum):
    """What a line is in an official document, named as the standard names it."""

    MARK = "发文机关标志"
    NUMBER = "发文字号"
    TITLE = "标题"
    ADDRESSEE = "主送机关"
    BODY = "正文"
    HEADING_1 = "第一层标题"
    HEADING_2 = "第二层标题"
    HEADING_3 = "第三层标题"
    HEADING_4 = "第四层标题"
    ANNEX_NOTE = "附件说明"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    SUBJECT_WORDS = "主题词"
    COPIES = "抄送机关"
    IMPRINT = "印发机关和印发日期"
    ANNEX_LABEL = "附件标注"
    OTHER = "其他"


HEADINGS: Final = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True)
class Face:
    """The type a run is set in. font: the East Asian one, empty where none is set; size, tracking: points."""

    font: str
    size: float
    colour: str
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line in one type. text: with PRINTED for each tag."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class LineHeight:
    """w:spacing's line and lineRule. value: points, or for the rule auto a multiple of the natural height."""

    rule: str
    value: float


@dataclass(frozen=True)
class Line:
    """A paragraph that prints something.

    place: 第3段, 表格1第2行第1格第1段 …
    typed: the text as it stands in the template; tags: the codes of the tags that print.
    alignment: left, center, right, both or distribute.
    indent, right_indent: of the first line, in its own characters; leading blanks count.
    blank_above: empty lines and spacing between it and the line before, in lines of the grid.
    columns: of the table it stands in; 0 outside, 1 for a table that is but a frame.
    """

    place: str
    typed: str
    spans: tuple[Span, ...]
    tags: tuple[str, ...] = ()
    alignment: str = "left"
    indent: float = 0.0
    right_indent: float = 0.0
    blank_above: float = 0.0
    height: LineHeight = LineHeight("auto", 1.0)
    on_grid: bool = True
    columns: int = 0
    in_box: bool = False
    starts_page: bool = False
    section: int = 0
    role: Role = Role.OTHER

    @cached_property
    def text(self) -> str:
        """The text that prints, trimmed, with PRINTED for each tag."""
        return "".join(span.text for span in self.spans).strip()

    @property
    def face(self) -> Face:
        """The type that most of the line is set in."""
        weights: dict[Face, int] = {}
        for span in self.spans:
            weights[span.face] = weights.get(span.face, 0) + weight(span.text)
        return max(weights, key=lambda face: weights[face])


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages. Measures in millimetres, those of the grid in points.

    left: with the gutter. grid: the type of w:docGrid, empty where there is none.
    """

    label: str
    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    grid: str = ""
    line_pitch: float = 0.0
    character_space: float = 0.0

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where a page number is printed.

    part: 页脚 …; before, after: the text on its two sides; size: points.
    side: left, center, right, outside or inside; empty where it cannot be told.
    """

    part: str
    place: str
    before: str
    after: str
    size: float
    side: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A template as it is set.

    numbers: default, even or first → the page number in the first section's footer of that kind, None where that
    footer has none; a kind without a footer is missing.
    number_in_header: a page number stands at the top of the page.
    odd_even_differ: 奇偶页不同. number_format: w:fmt of w:pgNumType.
    """

    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    numbers: Mapping[str, PageNumber | None] = field(default_factory=dict)
    number_in_header: bool = False
    odd_even_differ: bool = False
    number_format: str = ""

    def of(self, *roles: Role) -> list[Line]:
        return [line for line in self.lines if line.role in roles]


def weight(text: str) -> int:
    """Count what is set in the East Asian font: Han characters, full-width marks, and tags."""
    return sum(1 for character in text if character > "\u2e7f" or character == PRINTED)
