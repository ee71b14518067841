"""Statements and their partners, found with as few slips as can explain what is there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
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
class _Statement:
    """What a tag does here: its word, and the p, tr or tc before it. The word is empty for what has no partner."""

    word: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    """An opening statement without its end so far."""

    number: int
    word: str
    scope: str
    has_else: bool = False


_Stack = tuple[_Open, ...]


def pair(tags: Sequence[PlacedTag], unreadable: AbstractSet[int]) -> Pairs:
    """Pair the statements, and report each that has no partner where it stands. unreadable: tags with a fault."""
    statements = [_statement(placed, number in unreadable) for number, placed in enumerate(tags)]
    pairs = Pairs()
    stack: _Stack = ()
    for number, statement in enumerate(statements):
        if statement.word in OPENING:
            stack = (*stack, _Open(number, statement.word, statement.scope))
        elif statement.word:
            closes = _best_choice(stack, statements, number)
            stack = _apply(pairs, tags, stack, number, statement.word, closes)
    for each in reversed(stack):
        _report_unclosed(pairs, tags, each, len(tags))
    return pairs


def _statement(placed: PlacedTag, is_unreadable: bool) -> _Statement:  # noqa: FBT001
    word = word_of(placed.tag)
    if word == "set" and (is_unreadable or sets_at_once(placed.tag)):
        return _Statement("")
    is_end = word.startswith("end") and word[3:] in OPENING
    return _Statement(word if is_end or word in OPENING or word in MIDDLE else "", placed.tag.scope)


def _candidates(stack: _Stack, statement: _Statement) -> list[int]:
    """List which open statement an end or a middle may belong to, the likeliest first; _NOWHERE is none."""
    wanted = MIDDLE.get(statement.word) or {statement.word[3:]}
    of_word = [depth for depth in reversed(range(len(stack))) if stack[depth].word in wanted]
    of_scope = [depth for depth in of_word if stack[depth].scope == statement.scope]
    top = len(stack) - 1
    if of_scope[:1] == [top]:
        return [top]
    on_top = [top] if stack and statement.word not in MIDDLE else []
    return [*dict.fromkeys([*of_scope[:1], *of_word[:1], *on_top]), _NOWHERE]


def _best_choice(stack: _Stack, statements: Sequence[_Statement], number: int) -> int:
    candidates = _candidates(stack, statements[number])
    if len(candidates) == 1:
        return candidates[0]
    costs = [_cost(stack, statements, number, each) for each in candidates]
    return candidates[costs.index(min(costs))]


def _cost(stack: _Stack, statements: Sequence[_Statement], number: int, closes: int) -> int:
    """Count the slips that a choice leads to, where each later one is the likeliest."""
    stack, cost = _after(stack, statements[number], closes)
    for statement in statements[number + 1 :]:
        if statement.word in OPENING:
            stack = (*stack, _Open(_NOWHERE, statement.word, statement.scope))
        elif statement.word:
            stack, more = _after(stack, statement, _candidates(stack, statement)[0])
            cost += more
    return cost + len(stack)


def _after(stack: _Stack, statement: _Statement, closes: int) -> tuple[_Stack, int]:
    if closes == _NOWHERE:
        return stack, 1
    slips = len(stack) - 1 - closes + (stack[closes].scope != statement.scope)
    if statement.word in MIDDLE:
        return stack[: closes + 1], slips
    return stack[:closes], slips + (stack[closes].word != statement.word[3:])


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
    return replace(opened, has_else=word == "else")


def _opener_of(word: str) -> str:
    return "if" if word in MIDDLE else word[3:]


def _report_unclosed(pairs: Pairs, tags: Sequence[PlacedTag], opened: _Open, number: int) -> None:
    pairs.missing_ends[number].append(opened.number)
    placed = tags[opened.number]
    if not placed.is_meant and is_known(placed.tag):
        message = f"“{placed.typed}”后面没有与它配对的“{{%{placed.tag.scope} end{opened.word} %}}”"
        pairs.faults.append(fault_at(placed.spot, FaultKind.SYNTAX, message))
