from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from awardgen.writeup.antecedent import (
    begins_entry,
    counted_from_entry,
    counted_from_previous,
    hangs_in_the_air,
)
from awardgen.writeup.background import background_rule
from awardgen.writeup.calendar import DEFAULT
from awardgen.writeup.clause import clause_around
from awardgen.writeup.compaction import compact
from awardgen.writeup.context import Cues, context_of
from awardgen.writeup.grammar import grammar_for
from awardgen.writeup.habit import is_habit
from awardgen.writeup.judge import position
from awardgen.writeup.length import length, usual_length
from awardgen.writeup.mention import Mention, MentionContext, Verdict, WriteUp
from awardgen.writeup.narrative import Narrative, Reading
from awardgen.writeup.resolver import resolve
from awardgen.writeup.usual import is_usual

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Window
    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.clause import Clause
    from awardgen.writeup.expression import Expression


def analyse(text: str, window: Window, reference: date, calendar: Calendar = DEFAULT) -> WriteUp:
    """Count a write-up's 字 and judge its time mentions against the window (the notice, 五.3).

    reference: the day on which the text was handed in; 今年 is its year. calendar: what 第一学期 and the like mean.
    """
    usual = is_usual(text)
    reader = _Reader(text, window, Narrative(reference, calendar), is_usual=usual)
    return WriteUp(usual_length(text) if usual else length(text), reader.mentions())


grammar_for(DEFAULT)  # compiled here, so that the first text takes no longer than the others

# Bound once: looking up a member of an enumeration takes longer than all that is asked of it.
_INSIDE, _BACKGROUND = Verdict.INSIDE, Verdict.BACKGROUND
_COMPARISON, _PLAN = MentionContext.COMPARISON, MentionContext.PLAN
_CONTEXTS: Final = {
    MentionContext.COMPARISON: "用来比较",
    MentionContext.PLAN: "是今后的计划",
    MentionContext.EARLIER_HONOUR: "顺带提到以往的荣誉",
}
_LONGEST_LIST: Final = 10
_LISTS: Final = frozenset("、和及与以")
_BETWEEN_LISTED: Final = frozenset(("、", "和", "及", "与", "以及"))
_CLOSING: Final = 220
_NEARLY_NOW: Final = timedelta(200)
_made = partial(tuple.__new__, Mention)  # in half the time that Mention takes


class _Reader:
    """One pass over one text; the narrative is what has been read of it. entry: the diary's day that runs."""

    def __init__(self, original: str, window: Window, narrative: Narrative, *, is_usual: bool) -> None:
        self._original = original
        self._window = window
        self._narrative = narrative
        self._compact = compact(original, is_usual=is_usual)
        self._text = self._compact.text
        self._is_changed = self._text != original
        self._expressions = grammar_for(narrative.calendar).expressions(self._text)
        self._cues = Cues(self._text if self._expressions else "")
        self._entry: Reading | None = None

    def mentions(self) -> tuple[Mention, ...]:
        found = []
        for index, expression in enumerate(self._expressions):
            mention = self._mention(index, expression)
            if mention is not None:
                found.append(mention)
        return tuple(found)

    def _mention(  # noqa: C901 - the steps of reading a mention, one after the other
        self, index: int, expression: Expression
    ) -> Mention | None:
        start, end, first = expression.start, expression.end, expression.first
        text, narrative, window = self._text, self._narrative, self._window
        is_late, has_year = False, first.year is not None
        if not has_year:
            if not first.stands_alone:
                if is_habit(text, start, end):
                    return None
                is_late = len(text) - end < _CLOSING and self._is_near_the_end()
            if (first.day_shift or first.ago or narrative.lender is None) and hangs_in_the_air(
                text, expression, narrative
            ):
                return None
        clause = context = None
        last = self._last_of_list(index) if text[end : end + 1] in _LISTS else index
        is_cued = self._cues.near(start, end if last == index else self._expressions[last].end)
        if is_cued or is_late:
            clause = self._clause(index, last)
            context = context_of(clause, is_cued=is_cued, is_late=is_late)
        if not has_year:
            expression = self._counted(expression, context)
        narrative.future = context is _PLAN
        resolved = resolve(expression, narrative)
        if resolved is None:
            return None
        days, lender = resolved
        first_day, last_day = days
        if context is _PLAN and last_day < window.first_day:
            context = None  # nobody plans what is over
        written = text[start:end]
        verdict = position(days, window)
        rule = None
        if verdict is not _INSIDE and first_day < window.first_day:
            years_before = window.first_day.year - first_day.year
            rule = background_rule(clause or self._clause(index, last), written, years_before)
            verdict = verdict if rule is None else _BACKGROUND
        self._remember(Reading(start, end, days, written), lends=rule is None and context is not _COMPARISON)
        why = _why(lender, rule, context) if lender or rule or context else ""
        if self._is_changed:
            start, end = self._compact.original(start, end)
            written = self._original[start:end]
        lent_by = lender.text if lender else None
        return _made((start, end, written, first_day, last_day, verdict, context, why, lent_by))

    def _counted(self, expression: Expression, context: MentionContext | None) -> Expression:
        """Say what an expression counts from where that is not what it says."""
        if context is _COMPARISON:
            return counted_from_previous(self._text, expression, self._narrative.previous)
        if self._entry is None or expression.first.day_shift is None:
            return expression
        counted = counted_from_entry(self._text, expression, self._entry)
        if counted is None:
            return expression
        self._narrative.previous = self._entry
        return counted

    def _remember(self, reading: Reading, *, lends: bool) -> None:
        """Carry on the narrative. lends: later mentions may take their year and month from this one."""
        narrative, start = self._narrative, reading.start
        if not start or self._text[start - 1] == "\n":
            self._entry = reading if begins_entry(self._text, reading.end) else None
        previous = narrative.previous
        if previous is None or start - previous.end > 1 or not _says_again(reading, previous):
            narrative.previous = reading
        if lends:
            narrative.lender = reading

    def _is_near_the_end(self) -> bool:
        """Say whether the narrative has come to the months before the reference."""
        lender = self._narrative.lender
        return lender is None or lender.days[1] >= self._narrative.reference - _NEARLY_NOW

    def _last_of_list(self, index: int) -> int:
        """Return the index of the last of a list that an expression begins (10月、11月和12月)."""
        text, expressions = self._text, self._expressions
        last = index
        for following in expressions[index + 1 : index + _LONGEST_LIST]:
            if text[expressions[last].end : following.start] not in _BETWEEN_LISTED:
                break
            last += 1
        return last

    def _clause(self, index: int, last: int) -> Clause:
        """Return the words around an expression or a list of them, whose one verb comes after the last."""
        text, expressions = self._text, self._expressions
        floor = expressions[index - 1].end if index else 0
        ceiling = expressions[last + 1].start if last + 1 < len(expressions) else len(text)
        return clause_around(text, expressions[index].start, expressions[last].end, floor, ceiling)


def _says_again(reading: Reading, previous: Reading) -> bool:
    """Say whether a holiday directly after a day (10月4日，国庆长假) only says what day that was."""
    return reading.days[0] <= previous.days[0] <= previous.days[1] <= reading.days[1]


def _why(lender: Reading | None, rule: str | None, context: MentionContext | None) -> str:
    reasons = []
    if lender is not None:
        reasons.append(f"承前文“{lender.text}”推算")
    if rule is not None:
        reasons.append(f"只交代{rule}，属背景")
    elif context is not None:
        reasons.append(_CONTEXTS[context])
    return "；".join(reasons)
