"""What is wrong in a template, with its place in Word's own terms."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class FaultKind(StrEnum):
    """What sort of thing went wrong.

    DAMAGED: the file; UNPRINTABLE: a value no XML can hold; FOREIGN: it would run or fetch something. STRAY and
    UNFILLED: what prints as it stands, a closing sign by itself and a tag where nothing is filled in; EMBEDDED: what is
    carried along. None of these three keeps a template from being used.
    """

    UNKNOWN_NAME = "unknown_name"
    SYNTAX = "syntax"
    UNKNOWN_FILTER = "unknown_filter"
    SANDBOX = "sandbox"
    VALUE = "value"
    STRUCTURE = "structure"
    STRAY = "stray"
    UNFILLED = "unfilled"
    DAMAGED = "damaged"
    UNPRINTABLE = "unprintable"
    FOREIGN = "foreign"
    EMBEDDED = "embedded"


_CANDIDATES: Final = 5
NOTES: Final = frozenset((FaultKind.STRAY, FaultKind.UNFILLED, FaultKind.EMBEDDED))
"""What keeps nobody from using a template."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a tag stands, for the person who will look for it in Word.

    part: 正文, 页眉, 偶数页页脚（第2节）, 脚注 …
    place: 第3段, 表格1第2行第3格第1段 …; empty where it is not known.
    excerpt: the paragraph's text around the tag.
    start, end: where the tag stands in the paragraph's text, end exclusive; None where it stands in no paragraph's.
    """

    part: str
    place: str = ""
    excerpt: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing that is wrong in a template, or in a value that it was to print.

    message: Chinese, what is wrong and what to do about it.
    name: the offending name, nearest: the known one most like it.
    start, end: where the tag stands in its paragraph's text.
    """

    kind: FaultKind
    message: str
    part: str
    place: str = ""
    excerpt: str = ""
    name: str | None = None
    nearest: str | None = None
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        where = f"{self.part}{self.place}"
        around = f"（“{self.excerpt}”）" if self.excerpt else ""
        return f"{where}：{self.message}{around}"


class TemplateError(AwardgenError):
    """A template that cannot be used, or cannot be used with these values.

    faults: everything that was found wrong, at least one.
    """

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        self.faults = tuple(faults)
        more = f"（另有{len(self.faults) - 1}处问题）" if len(self.faults) > 1 else ""
        is_value = self.faults[0].kind in {FaultKind.VALUE, FaultKind.UNPRINTABLE}
        tip = "请改正要填入的内容或填入它的标签后再试。" if is_value else "请改正后再试。"
        super().__init__(f"{self.faults[0]}{more}", tip)

    def __reduce__(self) -> tuple[type[TemplateError], tuple[tuple[TemplateFault, ...]]]:  # type: ignore[override]
        return (type(self), (self.faults,))


def fault_at(
    spot: Spot, kind: FaultKind, message: str, *, name: str | None = None, nearest: str | None = None
) -> TemplateFault:
    """Return a fault that stands at `spot`."""
    return TemplateFault(
        kind, message, spot.part, spot.place, spot.excerpt, name, nearest, spot.start, spot.end
    )


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """Return the known name to which the fewest slips lead; rather a wrong character than a missing one."""
    close = get_close_matches(name, sorted(known), n=_CANDIDATES, cutoff=0.5)
    return min(close, key=lambda each: (_slips(name, each), abs(len(name) - len(each))), default=None)


def _slips(one: str, other: str) -> int:
    """Count the characters to change, add or leave out (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, character in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (character != wanted)))
        before = now
    return before[-1]


def unknown_name(spot: Spot, name: str, known: Iterable[str]) -> TemplateFault:
    """Return the fault for a name that nothing carries, naming the known one most like it."""
    nearest = nearest_name(name, known)
    advice = f"最接近的是“{nearest}”" if nearest else "请核对表头"
    message = f"没有“{name}”这一名称，{advice}"
    return fault_at(spot, FaultKind.UNKNOWN_NAME, message, name=name, nearest=nearest)
