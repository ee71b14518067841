"""What a rule is given and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.rendering import excerpt

if TYPE_CHECKING:
    from awardgen.finding import Kind
    from awardgen.layout_checks.model import Layout, Line
    from awardgen.layout_checks.standard import Standard


@dataclass(frozen=True, slots=True)
class Draft:
    """A template's layout and the standard that it is measured by."""

    layout: Layout
    standard: Standard


@dataclass(frozen=True, slots=True)
class Slip:
    """A departure from the standard.

    where: part and paragraph, as staff count them. found: an excerpt of the template, or the measure that is wrong.
    """

    kind: Kind
    where: str
    message: str
    found: str


Rule = Callable[[Draft], Iterator[Slip]]


def at_line(kind: Kind, line: Line, message: str) -> Slip:
    """Return a slip that stands at a line of the body."""
    text = line.typed.strip()
    return Slip(kind, f"正文{line.place}", message, excerpt(text, 0, min(len(text), 40)))
