"""Made-up write-ups of about 1500 characters: varied sentences, dates in the forms that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phrases import DATED, GIVEN, HEADINGS, LISTS, OUTSIDE, PLACES, PLAIN, RANGES, SURNAMES

if TYPE_CHECKING:
    from random import Random

SHORTEST, LONGEST = 1400, 1560  # visible characters at which a write-up stops taking in sentences
OUTSIDE_SHARE = 0.03
_NUMERALS = "一二三四五六"
_MONTHS = tuple((2010 + month // 12, month % 12 + 1) for month in range(8, 18))
_DAYS = {2010: "国庆节期间", 2011: "五一劳动节期间"}


def person_name(random: Random) -> str:
    """Return a name of three characters, now and then two."""
    given = random.choice(GIVEN) + (random.choice(GIVEN) if random.random() < 0.9 else "")  # noqa: PLR2004
    return random.choice(SURNAMES) + given


def place_name(random: Random) -> str:
    """Return where somebody works."""
    return random.choice(PLACES)


class _Words:
    """The words that fill a sentence: {who}, {place}, {tens} and so on, another one at each use."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._names = [person_name(random) for _ in range(5)]
        self.date = ""

    def __getitem__(self, slot: str) -> str:
        choice = self._random.choice
        if slot == "date":
            return self.date
        if slot == "who":
            return choice(self._names)
        if slot in LISTS:
            return choice(LISTS[slot])
        low, high = RANGES[slot]
        return str(low + int(self._random.random() * (high - low)))


def write_up(random: Random) -> str:
    """Return a write-up in six parts; a few percent of them tell one deed outside the window."""
    words = _Words(random)
    goal = random.randint(SHORTEST, LONGEST)
    opening = "{place}现有职工{tens}人，承担着{hundreds}名{people}的服务工作，{who}是这里的负责人。"
    parts = [opening.format_map(words) + "现将创建活动以来的主要情况汇报如下。"]
    written = len(parts[0])
    outside = random.randrange(len(HEADINGS)) if random.random() < OUTSIDE_SHARE else None
    months = sorted(random.sample(range(len(_MONTHS)), len(HEADINGS)))
    for index, heading in enumerate(random.sample(HEADINGS, len(HEADINGS))):
        parts.append(f"{_NUMERALS[index]}、{heading}")
        until = written + (goal - written) // (len(HEADINGS) - index)
        sentences = _dated_sentences(months[index], words, random)
        if index == outside:
            sentences.append(random.choice(OUTSIDE).format_map(words))
        written += len(parts[-1]) + sum(map(len, sentences))
        while written < until:
            sentence = random.choice(PLAIN).format_map(words)
            # Plain sentences stand before and between the dated ones.
            sentences.insert(int(random.random() * len(sentences)), sentence)
            written += len(sentence)
        parts.append("".join(sentences))
    return "\n".join(parts)


def _dated_sentences(month: int, words: _Words, random: Random) -> list[str]:
    sentences = []
    for date in _dates(*_MONTHS[month], random):
        words.date = date
        sentences.append(random.choice(DATED).format_map(words))
    return sentences


def _dates(year: int, month: int, random: Random) -> tuple[str, ...]:
    """Return one or two days of a part of the write-up; the second leans on the first."""
    day = random.randint(1, 27)
    relative = {2010: "去年", 2011: "今年"}[year]
    first = random.choice((f"{year}年{month}月{day}日", f"{year}年{month}月", f"{year}年{month}月上旬"))
    later = month + 1 if month not in {12, 6} else month
    second = random.choice(
        ("", "", f"同年{later}月", f"{month}月{day + 1}日", f"{later}月", "次日", f"{relative}{later}月", _DAYS[year])
    )  # fmt: skip
    return (first, second) if second else (first,)
