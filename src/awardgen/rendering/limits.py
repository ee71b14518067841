"""How much a template may do: what a list of 100,000 rows needs, and far less than what would stall an office.

Work is counted, not timed, so that the same template ends the same way on every machine; a look at the processor's
time catches what the count does not weigh. One text or list that a template makes is bounded before it is made.
"""

from __future__ import annotations

import re
from collections.abc import Sized
from time import thread_time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jinja2 import nodes
    from jinja2.runtime import Context

MOST_WORK: Final = 20_000_000
"""Steps of one document: turns of loops (one of a long body is several), items that filters go through, calls."""
MOST_SECONDS: Final = 30.0
MOST_MADE: Final = 1 << 20
"""Characters of a text, or items of a list, that a template puts together; an Excel cell holds 32,767 characters."""
_MOST_NUMBER: Final = 100_000  # of a width, a count or an indent that is given to a filter or method
_MOST_BITS: Final = 1 << 16
A_CALL: Final = 5
A_MACRO: Final = 50
_WORK_BETWEEN_LOOKS: Final = 4096
_MOST_LEVELS: Final = 100
_CHARACTERS_A_STEP: Final = 64
_BUDGET: Final = " budget"  # no template can write a name with a blank
_LONG_NUMBER: Final = re.compile(r"\d{6,}")
_LENGTHENING: Final = frozenset(("replace", "join", "translate", "expandtabs"))
_MOST_LONGER: Final = 16  # times, by one character


class TooMuchError(Exception):
    """A template would go on for ever, or make what no memory holds. The message is Chinese, a clause."""


class Budget:
    """What one document may still do."""

    __slots__ = ("_began", "_left", "_next_look")

    def __init__(self) -> None:
        self._left = MOST_WORK
        self._next_look = MOST_WORK - _WORK_BETWEEN_LOOKS
        self._began = thread_time()

    def spend(self, steps: int) -> None:
        """Count steps. Raise TooMuchError where there were too many."""
        self._left -= steps
        if self._left < self._next_look:
            self._next_look = max(self._left - _WORK_BETWEEN_LOOKS, 0)
            if self._left < 0 or thread_time() - self._began > MOST_SECONDS:
                raise TooMuchError("要算的太多：循环套循环，或者一个循环的次数太多")


class Buffer(list[str]):
    """What a macro or a {% set %} block has printed so far."""

    __slots__ = ("_length",)

    def __init__(self) -> None:
        super().__init__()
        self._length = 0

    def append(self, piece: str) -> None:
        self._grow(len(piece))
        super().append(piece)

    def extend(self, pieces: Iterable[str]) -> None:
        pieces = tuple(pieces)
        self._grow(sum(map(len, pieces)))
        super().extend(pieces)

    def _grow(self, length: int) -> None:
        self._length += length
        refuse_length(self._length)


def budget_of(context: Context) -> Budget:
    """Return what is left to the document that is being filled in with this context."""
    values: dict[str, Any] = context.parent
    budget: Budget | None = values.get(_BUDGET)
    if budget is None:
        budget = values[_BUDGET] = Budget()
    return budget


def refuse_length(length: int) -> None:
    """Raise TooMuchError for a text or a list that is longer than any document needs."""
    if length > MOST_MADE:
        raise TooMuchError("拼出来的内容太长")


def is_too_deep(tree: nodes.Node) -> bool:
    """Tell whether something stands in brackets in brackets … so deep that neither Jinja nor a person can follow."""
    level: list[nodes.Node] = [tree]
    for _ in range(_MOST_LEVELS):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return False
    return True


def size_of(value: object) -> int:
    """Return how many steps it takes to go through a value; a text's characters are quick ones."""
    if isinstance(value, str):
        return len(value) // _CHARACTERS_A_STEP
    return len(value) if isinstance(value, Sized) else 0


def check_arguments(arguments: Sequence[Any], named: Mapping[str, Any]) -> None:
    """Refuse a width or count that makes a text of millions: {{ x|center(999999999) }}."""
    for value in (*arguments, *named.values()):
        if isinstance(value, int) and abs(value) > _MOST_NUMBER:
            raise TooMuchError(f"数字{_MOST_NUMBER:,}以上的宽度或个数不能用")


def check_pattern(pattern: str, arguments: Sequence[Any], named: Mapping[str, Any]) -> None:
    """Refuse a width written into a text that is formatted: '%999999999d', '{:>999999999}'."""
    if _LONG_NUMBER.search(pattern):
        raise TooMuchError("宽度太大")
    check_arguments(arguments, named)


def check_method(owner: object, name: str, arguments: Sequence[Any]) -> None:
    """Refuse what a method of Python's own would make too long."""
    check_arguments(arguments, {})
    if isinstance(owner, str) and name in _LENGTHENING:
        texts = [len(each) for each in arguments if isinstance(each, str)]
        if name == "join":
            items = next((each for each in arguments if isinstance(each, list | tuple)), ())
            refuse_length(len(owner) * len(items) + sum(len(each) for each in items if isinstance(each, str)))
        elif name == "replace" and len(texts) > 1:
            found = owner.count(str(arguments[0]))
            refuse_length(len(owner) + found * max(0, texts[1] - texts[0]))
        else:
            refuse_length(len(owner) * _MOST_LONGER)


def check_operation(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 - a template computes with anything
    """Refuse an operation whose result would be beyond measure: 10 ** 10 ** 8, 'a' * 999999999."""
    if isinstance(left, int) and isinstance(right, int):
        _check_numbers(operator, left, right)
    elif operator == "*":
        for value, times in ((left, right), (right, left)):
            if isinstance(value, str | list | tuple) and isinstance(times, int):
                refuse_length(len(value) * max(0, times))
    elif operator == "+":
        if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
            refuse_length(len(left) + len(right))
    elif operator == "%" and isinstance(left, str):
        named = right if isinstance(right, dict) else {}
        check_pattern(left, right if isinstance(right, tuple) else (right,), named)
    elif operator == "**" and isinstance(left, int | float) and not isinstance(right, int | float):
        check_arguments((left,), {})


def _check_numbers(operator: str, left: int, right: int) -> None:
    if operator == "**":
        bits = left.bit_length() * max(0, right) if abs(left) > 1 else 0
    elif operator == "*":
        bits = left.bit_length() + right.bit_length()
    else:
        return
    if bits > _MOST_BITS:
        raise TooMuchError("算出来的数太大")
