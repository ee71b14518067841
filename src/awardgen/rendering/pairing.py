"""Statements and their partners, found with as few slips as can explain what is there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgen.rendering.faults import FaultKind, fault_at
from awardgen.rendering.syntax import MIDDLE, OPENING, is_known, sets_at_once, word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.source import PlacedTag

_NOWHERE: Final = -1


@dataclass(slots=True)
class Pairs:
    """How the statements of a part belong together; every number is one of its tags.

    ends: end → the opening statement that it ends, whatever its word.
    missing_ends: before a tag (behind the last: their number), the opening statements whose ends are missing there.
    lonely: ends and middles that belong to nothing.
    partners: opening statement → its middles and its end.
    """

    faults: list[TemplateFault] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    missing_ends: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    lonely: set[int] = field(default_factory=set)
    partners: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class _Open:
    """An opening statement without its end so far."""

    number: int
    word: str
    has_else: bool = False


_Stack = tuple[_Open, ...]


def pair(tags: Sequence[PlacedTag], unreadable: AbstractSet[int]) -> Pairs:
    """Pair the statements, and report each that has no partner where it stands. unreadable: tags with a fault."""
    words = [_role(placed, number in unreadable) for number, placed in enumerate(tags)]
    pairs = Pairs()
    stack: _Stack = ()
    for number, word in enumerate(words):
        if word in OPENING:
            stack = (*stack, _Open(number, word))
        elif word:
            closes = _best_choice(stack, words, number)
            stack = _apply(pairs, tags, stack, number, word, closes)
    for each in reversed(stack):
        _report_unclosed(pairs, tags, each, len(tags))
    return pairs


def _role(placed: PlacedTag, is_unreadable: bool) -> str:  # noqa: FBT001
    word = word_of(placed.tag)
    if word == "set" and (is_unreadable or sets_at_once(placed.tag)):
        return ""
    is_end = word.startswith("end") and word[3:] in OPENING
    return word if is_end or word in OPENING or word in MIDDLE else ""


def _candidates(stack: _Stack, word: str) -> list[int]:
    """List which open statement an end or a middle may belong to, the likeliest first; _NOWHERE is none."""
    wanted = MIDDLE.get(word) or {word[3:]}
    fitting = [depth for depth in reversed(range(len(stack))) if stack[depth].word in wanted][:1]
    if fitting and fitting[0] == len(stack) - 1:
        return fitting
    return [*fitting, *([len(stack) - 1] if stack and word not in MIDDLE else []), _NOWHERE]


def _best_choice(stack: _Stack, words: Sequence[str], number: int) -> int:
    candidates = _candidates(stack, words[number])
    if len(candidates) == 1:
        return candidates[0]
    costs = [_cost(stack, words, number, each) for each in candidates]
    return candidates[costs.index(min(costs))]


def _cost(stack: _Stack, words: Sequence[str], number: int, closes: int) -> int:
    """Count the slips that a choice leads to, where each later one is the likeliest."""
    cost = 0
    stack, cost = _after(stack, words[number], closes)
    for word in words[number + 1 :]:
        if word in OPENING:
            stack = (*stack, _Open(_NOWHERE, word))
        elif word:
            stack, more = _after(stack, word, _candidates(stack, word)[0])
            cost += more
    return cost + len(stack)


def _after(stack: _Stack, word: str, closes: int) -> tuple[_Stack, int]:
    if closes == _NOWHERE:
        return stack, 1
    unclosed = len(stack) - 1 - closes
    if word in MIDDLE:
        return stack[: closes + 1], unclosed
    return stack[:closes], unclosed + (stack[closes].word != word[3:])


def _apply(  # noqa: PLR0913, PLR0917 - the state of the walk
    pairs: Pairs, tags: Sequence[PlacedTag], stack: _Stack, number: int, word: str, closes: int
) -> _Stack:
    placed = tags[number]

    def report(message: str) -> None:
        # What stands for a tag that is none has its own fault already.
        if not placed.is_meant:
            pairs.faults.append(fault_at(placed.spot, FaultKind.SYNTAX, message))

    if closes == _NOWHERE:
        pairs.lonely.add(number)
        report(f"“{placed.typed}”前面没有与它配对的“{{% {_opener_of(word)} … %}}”")
        return stack
    for unclosed in reversed(stack[closes + 1 :]):
        _report_unclosed(pairs, tags, unclosed, number)
    opened = stack[closes]
    if word in MIDDLE:
        return (*stack[:closes], _with_middle(pairs, opened, number, word, report, placed))
    if opened.word != word[3:]:
        report(
            f"“{placed.typed}”与前面的“{tags[opened.number].typed}”不成一对，"
            f"应写“{{%{placed.tag.scope} end{opened.word} %}}”"
        )
    pairs.ends[number] = opened.number
    pairs.partners[opened.number].append(number)
    return stack[:closes]


def _with_middle(  # noqa: PLR0913, PLR0917
    pairs: Pairs, opened: _Open, number: int, word: str, report: Callable[[str], None], placed: PlacedTag
) -> _Open:
    if opened.has_else:
        pairs.lonely.add(number)
        report(f"“{placed.typed}”前面已经有过“{{% else %}}”了")
        return opened
    pairs.partners[opened.number].append(number)
    return _Open(opened.number, opened.word, has_else=word == "else")


def _opener_of(word: str) -> str:
    return "if" if word in MIDDLE else word[3:]


def _report_unclosed(pairs: Pairs, tags: Sequence[PlacedTag], opened: _Open, number: int) -> None:
    pairs.missing_ends[number].append(opened.number)
    placed = tags[opened.number]
    if not placed.is_meant and is_known(placed.tag):
        message = f"“{placed.typed}”后面没有与它配对的“{{%{placed.tag.scope} end{opened.word} %}}”"
        pairs.faults.append(fault_at(placed.spot, FaultKind.SYNTAX, message))
