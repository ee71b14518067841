from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from awardgen.writeup.background import background_rule
from awardgen.writeup.calendar import DEFAULT
from awardgen.writeup.clause import Passage, clause_around
from awardgen.writeup.compaction import compact
from awardgen.writeup.context import context_of
from awardgen.writeup.expression import Origin, Shift
from awardgen.writeup.grammar import grammar_for
from awardgen.writeup.habit import is_habit
from awardgen.writeup.judge import position
from awardgen.writeup.length import length
from awardgen.writeup.mention import Mention, MentionContext, Verdict, WriteUp
from awardgen.writeup.narrative import Narrative, Reading
from awardgen.writeup.resolver import resolve

if TYPE_CHECKING:
    from datetime import date

    from awardgen.campaign import Window
    from awardgen.writeup.calendar import Calendar
    from awardgen.writeup.clause import Clause
    from awardgen.writeup.compaction import Compact
    from awardgen.writeup.expression import Expression
    from awardgen.writeup.narrative import Resolved


def analyse(text: str, window: Window, reference: date, calendar: Calendar = DEFAULT) -> WriteUp:
    """Count a write-up's 字 and judge its time mentions against the window (the notice, 五.3).

    reference: the day on which the text was handed in; 今年 is its year. calendar: what 第一学期 and the like mean.
    """
    return WriteUp(length(text), tuple(_Reader(text, window, reference, calendar).mentions()))


grammar_for(DEFAULT)  # compiled here, so that the first text takes no longer than the others


@dataclass(slots=True)
class _Reader:
    """One pass over one text; previous and lender are the narrative as far as it has been read."""

    original: str
    window: Window
    reference: date
    calendar: Calendar
    previous: Reading | None = None
    lender: Reading | None = None
    entry: Reading | None = None

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        squeezed = compact(self.original)
        text = squeezed.text
        expressions = grammar_for(self.calendar).expressions(text)
        passage = Passage(text, text[::-1] if expressions else "")
        floor = 0
        for index, expression in enumerate(expressions):
            start, end, point, _, _ = expression
            stands_alone = point.stands_alone
            if stands_alone or not is_habit(text, start, end):
                following = index + 1
                ceiling = expressions[following].start if following < len(expressions) else len(text)
                last_end = end
                if text[end : end + 1] in _LISTS and following < len(expressions):
                    last_end, ceiling = _end_of_list(text, expressions, index)
                clause = clause_around(passage, start, last_end, floor, ceiling)
                is_late = not stands_alone and len(text) - end < _CLOSING and self._is_near_the_end()
                if mention := self._mention(squeezed, expression, clause, is_late=is_late):
                    found.append(mention)
            floor = end
        return found

    def _is_near_the_end(self) -> bool:
        """Say whether the narrative has come to the months before the reference."""
        return self.lender is None or self.lender.days[1] >= self.reference - _NEARLY_NOW

    def _mention(
        self, squeezed: Compact, expression: Expression, clause: Clause, *, is_late: bool
    ) -> Mention | None:
        text = squeezed.text
        first = expression.first
        if (first.day_shift or first.ago) and _hangs_in_the_air(text, expression, self.previous):
            return None
        context = context_of(clause, is_late=is_late)
        if context is _COMPARISON:
            expression = _counted_from_previous(text, expression, self.previous)
        elif self.entry is not None and first.day_shift is not None:
            expression, entry = _counted_from_entry(text, expression, self.entry)
            self.previous = entry or self.previous
        narrative = Narrative(self.reference, self.calendar, self.previous, self.lender, context is _PLAN)
        resolved = resolve(expression, narrative)
        if resolved is None:
            return None
        days = resolved.days
        if context is _PLAN and days[1] < self.window.first_day:
            context = None  # nobody plans what is over
        verdict = position(days, self.window)
        written = text[expression.start : expression.end]
        rule = None
        if verdict is not _INSIDE and days[0] < self.window.first_day:
            rule = background_rule(clause, written, self.window.first_day.year - days[0].year)
            verdict = verdict if rule is None else Verdict.BACKGROUND
        reading = Reading(expression.start, expression.end, days, written)
        if not expression.start or text[expression.start - 1] == "\n":
            self.entry = reading if _WEATHER.match(text, expression.end) else None
        if not _says_again(reading, self.previous):
            self.previous = reading
        if rule is None and context is not _COMPARISON:
            self.lender = reading
        start = squeezed.original(expression.start)
        end = squeezed.original(expression.end - 1) + 1
        return Mention(
            start, end, self.original[start:end], *days, verdict, context,
            _why(resolved, rule, context), resolved.lender.text if resolved.lender else None,
        )  # fmt: skip


def _end_of_list(text: str, expressions: list[Expression], index: int) -> tuple[int, int]:
    """Return where a list of mentions ends whose one verb comes after the last (2003年、2007年两次…), and the next."""
    last = index
    while (
        text[expressions[last].end : expressions[last].end + 1] in _LISTS
        and last + 1 < min(len(expressions), index + _LONGEST_LIST)
        and text[expressions[last].end : expressions[last + 1].start] in _BETWEEN_LISTED
    ):
        last += 1
    ceiling = expressions[last + 1].start if last + 1 < len(expressions) else len(text)
    return expressions[last].end, ceiling


_LONGEST_LIST = 10
_LISTS = frozenset("、和及与以")
_BETWEEN_LISTED = frozenset(("、", "和", "及", "与", "以及"))
_CLOSING = 220
_NEARLY_NOW = timedelta(200)
_LONGEST_ENTRY = 400
# A diary's entry begins with its day and the weather; a report's paragraph only with a day.
_WEATHER = re.compile(
    r"[，,]?(?:(?:星期|周)[一二三四五六日天])?[，,]?(?:晴|阴|多云|[小中大暴阵]?[雨雪]|雾|大风|霾)"
)
_SAME_SENTENCE = 60


def _counted_from_entry(
    text: str, expression: Expression, entry: Reading
) -> tuple[Expression, Reading | None]:
    """Count 明天 in a diary's entry (2010年9月3日，晴。新生明天来) from the entry's own day."""
    point = expression.first
    shift = point.day_shift
    if (
        shift is None
        or shift.origin is not Origin.REFERENCE
        or expression.start - entry.end > _LONGEST_ENTRY
        or "\n" in text[entry.end : expression.start]
    ):
        return expression, None
    return expression._replace(first=point._replace(day_shift=Shift(Origin.PREVIOUS, shift.steps))), entry


def _counted_from_previous(text: str, expression: Expression, previous: Reading | None) -> Expression:
    """Count 上一年 from the year that is compared with it (2012年114次，比上一年多39次)."""
    point = expression.first
    shift = point.year_shift
    if (
        previous is None
        or shift is None
        or shift.steps != -1
        or not text.startswith("上", expression.start)
        or expression.start - previous.end > _SAME_SENTENCE
        or "。" in text[previous.end : expression.start]
    ):
        return expression
    return expression._replace(first=point._replace(year_shift=Shift(Origin.PREVIOUS, -1)))


# Bound once: looking up a member of an enumeration takes longer than all that is asked of it.
_INSIDE, _COMPARISON, _PLAN = Verdict.INSIDE, MentionContext.COMPARISON, MentionContext.PLAN
_CONTEXTS = {
    MentionContext.COMPARISON: "用来比较",
    MentionContext.PLAN: "是今后的计划",
    MentionContext.EARLIER_HONOUR: "顺带提到以往的荣誉",
}


def _says_again(reading: Reading, previous: Reading | None) -> bool:
    """Say whether a holiday directly after a day (10月4日，国庆长假) only says what day that was."""
    return (
        previous is not None
        and reading.start - previous.end <= 1
        and reading.days[0] <= previous.days[0] <= previous.days[1] <= reading.days[1]
    )


def _why(resolved: Resolved, rule: str | None, context: MentionContext | None) -> str:
    if resolved.lender is None and rule is None and context is None:
        return ""
    reasons = []
    if resolved.lender is not None:
        reasons.append(f"承前文“{resolved.lender.text}”推算")
    if rule is not None:
        reasons.append(f"只交代{rule}，属背景")
    elif context is not None:
        reasons.append(_CONTEXTS[context])
    return "；".join(reasons)


_ANECDOTE = re.compile(
    r"(?:有|又|某|那|[,，。;；\n]一|[有又]一)[次天回](?![次天性亮]|然|[上以之]|早上?)|某日"
)
_NEAR = 160


def _hangs_in_the_air(text: str, expression: Expression, previous: Reading | None) -> bool:
    """Say whether a day counted from the mention before follows an undated anecdote instead (有一次…第二天)."""
    point = expression.first
    shift = point.day_shift
    if shift is None and point.ago is None:
        return False
    counted = (shift is not None and shift.origin is Origin.PREVIOUS) or (
        point.ago is not None and point.ago[2] > 0
    )
    if not counted:
        return False
    if previous is None:
        return shift is not None
    between = text[previous.end : expression.start]
    return len(between) > _NEAR or bool(_ANECDOTE.search(between))
