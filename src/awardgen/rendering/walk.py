"""A part's source, followed through its loops and conditions with the elements of XML that are open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from awardgen.rendering.placing import Place
from awardgen.rendering.values import decoded_template_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG: Final = re.compile(r"<(?P<close>/?)(?P<name>[^\s<>/]+)(?P<attributes>[^<>]*?)(?P<empty>/?)>")
_VALUE: Final = re.compile(r" w:val=\"([^\"]*)\"")
_UNKNOWN: Final = "?"  # what stands in a tag of XML and is not the template's own text
_GRID_COLUMN: Final = re.compile(r"( w:w=\"\d+\")?")
_TABLE_TAGS: Final = {"w:tbl", "w:tr", "w:tc"}
_FORMATS: Final = {"w:r": "w:rPr", "w:p": "w:pPr"}
_HARMLESS: Final = (nodes.Assign, nodes.ExprStmt)
# What a run or paragraph may be inside, or hold, before a value that ends it has to be cut out of it.
_CUT_WITH_CARE: Final = {"w:txbxContent", "w:rPrChange", "w:pPrChange"}


class NotPlainError(Exception):
    """The part is not plain, as `awardgen.rendering.shape` says it."""


@dataclass(slots=True)
class _Element:
    """An element that is open.

    block: in which loop or condition it was opened. format: of a run or a paragraph, None where it depends on values.
    """

    name: str
    block: int
    format: str | None = ""
    columns: int = 0
    cells: int = 0
    span: int = 1
    spans: int = 0
    rows: list[tuple[int, int, bool]] = field(default_factory=list)


@dataclass(slots=True)
class Walk:
    """Follows the source with the elements that are open, and the tag of XML that is not finished yet.

    is_countable: each cell stands directly in its row, says at most once how many columns it spans, and no table
    stands in another; grids hold columns and nothing else.
    places: of the tags so far.
    """

    is_body: bool
    counts_columns: bool = False
    is_countable: bool = True
    places: list[Place] = field(default_factory=list)
    open: list[_Element] = field(default_factory=list)
    unfinished: str = ""
    breaks_simply: bool = True
    _block: int = 0
    _blocks: int = 0

    def statements(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for piece in node.nodes:
                        if isinstance(piece, nodes.TemplateData):
                            self._text(piece.data)
                        else:
                            self.places.append(self._value())
                case nodes.If():
                    for branch in (node.body, *(each.body for each in node.elif_), node.else_):
                        self._inside(branch)
                case nodes.For(recursive=False):
                    self._inside(node.body)
                    self._inside(node.else_)
                case _ if not isinstance(node, _HARMLESS):
                    raise NotPlainError

    def _inside(self, body: list[nodes.Node]) -> None:
        if self.unfinished:
            self.unfinished += _UNKNOWN
        opened, before, outer = [*self.open], self._state(), self._block
        self._blocks += 1
        self._block = self._blocks
        self.statements(body)
        self._block = outer
        if self._state() != before:
            raise NotPlainError
        # What follows stands in a run that was opened here, or in the one before where this was passed over.
        self.breaks_simply &= all(map(_are_alike, opened, self.open))

    def _state(self) -> tuple[list[str], bool]:
        return [element.name for element in self.open], bool(self.unfinished)

    def _value(self) -> Place:
        if self.unfinished:
            self.unfinished += _UNKNOWN
            return Place.ATTRIBUTE
        if self.open[-1:] == [] or self.open[-1].name != "w:t":
            return Place.ELSEWHERE
        above = self.open[-3:-1]
        names = [element.name for element in above]
        if names[-1:] != ["w:r"]:
            raise NotPlainError
        self.breaks_simply &= names == ["w:p", "w:r"] and all(each.format is not None for each in above)
        return Place.RUN

    def _text(self, encoded: str) -> None:
        text = decoded_template_text(encoded)
        if text is None:
            raise NotPlainError
        begun, text = len(self.unfinished), self.unfinished + text
        start = text.rfind("<")
        is_whole = text.find(">", start) >= 0 or start < 0
        self.unfinished = "" if is_whole else text[start:]
        for tag in _TAG.finditer(text if is_whole else text[:start]):
            if tag["close"]:
                self._closed(tag["name"])
            elif tag["name"][0] not in "?!":
                self._opened(tag["name"], tag["attributes"])
                is_cut = tag.start() < begun
                self.open[-1].format = None if is_cut else _format_behind(tag["name"], text, tag.end())
                if tag["empty"]:
                    self._closed(tag["name"])

    def _opened(self, name: str, attributes: str) -> None:
        element = _Element(name, self._block)
        above = self.open[-1] if self.open else element
        if name == "w:tc":
            above.cells += 1
            self.counts_columns |= above.block != self._block and self.is_body
            self.is_countable &= above.name == "w:tr"
        elif name == "w:gridSpan":
            self._spans(attributes)
        elif name.endswith(":docPr") and self.is_body and self._block:
            raise NotPlainError  # copies of a picture are numbered
        elif name in _CUT_WITH_CARE or (name == "w:sectPr" and above.name == "w:pPr"):
            self.breaks_simply = False
        elif name == "w:tbl":
            self.is_countable &= all(each.name != "w:tbl" for each in self.open)
        elif name == "w:tblGrid":
            self.is_countable &= (above.name, above.block, attributes) == ("w:tbl", self._block, "")
        if above.name == "w:tblGrid" and len(self.open) > 1:
            self.open[-2].columns += name == "w:gridCol"
            is_column = name == "w:gridCol" and _GRID_COLUMN.fullmatch(attributes) is not None
            self.is_countable &= is_column and above.block == self._block
        self.open.append(element)

    def _spans(self, attributes: str) -> None:
        value = _VALUE.fullmatch(attributes)
        if [each.name for each in self.open[-2:]] != ["w:tc", "w:tcPr"] or value is None:
            self.is_countable = False
            return
        cell = self.open[-2]
        if self._block == cell.block and value[1].isdecimal():
            cell.span = int(value[1])
        else:
            self.counts_columns |= self.is_body
        cell.spans += 1
        self.is_countable &= cell.spans == 1

    def _closed(self, name: str) -> None:
        element = self.open.pop() if self.open else None
        if element is None or element.name != name:
            raise NotPlainError
        if name in _TABLE_TAGS and element.block != self._block:
            raise NotPlainError
        if name == "w:tc" and self.open and self.open[-1].name == "w:tr":
            self.open[-1].columns += element.span
        elif name == "w:tr":
            table = next((each for each in reversed(self.open) if each.name == "w:tbl"), None)
            if table is not None:
                table.rows.append((element.cells, element.columns, element.block == table.block))
        elif name == "w:tbl" and self.is_body and element.rows and not _fits(element):
            self.counts_columns = True


def _format_behind(name: str, text: str, position: int) -> str | None:
    """Return the format of a run or a paragraph whose tag ends at `position`; None where the text ends within it."""
    if name not in _FORMATS or text.startswith(f"<{_FORMATS[name]}/>", position):
        return ""
    if not text.startswith(f"<{_FORMATS[name]}", position):
        return "" if position < len(text) else None
    end = text.find(f"</{_FORMATS[name]}>", position)
    return None if end < 0 else text[position:end]


def _are_alike(one: _Element, other: _Element) -> bool:
    return one is other or (one.format is not None and one.format == other.format)


def _fits(table: _Element) -> bool:
    """Tell whether the grid has the columns of the rows, whichever of them there are."""
    widest = max(max(cells, columns) for cells, columns, _ in table.rows)
    always = any(columns == table.columns for _, columns, is_always in table.rows if is_always)
    return widest <= table.columns and always
