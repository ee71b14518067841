"""What a time expression may start with: nearly all of a text is passed over in this one regular expression."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.writeup.numerals import CHINESE_NUMBER_STARTS, NUMBER_STARTS

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGITS: Final = frozenset("0123456789")
_CHINESE: Final = f"[{CHINESE_NUMBER_STARTS}]"
_SPELLED: Final = f"[{CHINESE_NUMBER_STARTS}○OoＯ0]"
_FIRST_DIGIT: Final = "(?<=[0-9].)(?<![0-9]{2}.)"  # looks back at the first of a number
# What follows a number that may date something; each alternative says at once what it starts with.
_AWAY: Final = "[前后以之]"
_UNIT: Final = f"[年月日号世学]|个(?:月|星期{_AWAY}|礼拜{_AWAY})|[天周]{_AWAY}|星期{_AWAY}|礼拜{_AWAY}|季度"
_BEHIND_A_YEAR: Final = (
    "[.·][0-9]| [01][0-9] [0-3]|[上下]半年|[暑寒]假|国庆|春节|元旦|中秋|端午|清明|[春秋夏冬]季"
)
# What may come second in a number; in a word, its own second characters.
_SECOND: Final = f"0123456789{CHINESE_NUMBER_STARTS}○OoＯ0年月日号世学个天周星礼季·消程~—–－─-/至到、和与及"
_WORD_BRANCHES: Final = 6  # more take longer to choose among, fewer longer to look back from


def trigger(word_starts: dict[str, frozenset[str]]) -> re.Pattern[str]:
    """Compile it from the second characters of the words, by their first; it matches the first characters of a number.

    It leads with one set of characters, which the regular expression engine skips to, and asks at once whether one
    follows that may come second. The second character says which branches there are, for the engine asks each for its
    first before it enters it; only then they look back, for a word's second character is one only after some.
    """
    words = {first: after for first, after in word_starts.items() if first not in NUMBER_STARTS}
    first = _one_of(NUMBER_STARTS | set(words))
    second = _one_of(set(_SECOND).union(*word_starts.values()) - {""})
    pairs = _pairs(words)
    of_digits = f"{_UNIT}|[~—–－─\\-/至到、和与及][0-9]|·9|消防|程序"
    spelled_on = f"{_SPELLED}{{0,3}}(?:{_UNIT}|[至到和与及、—–\\-]{_CHINESE})"
    digit_second = "|".join((
        f"{_FIRST_DIGIT}(?:[0-9]{{0,3}}+(?:{of_digits})|[0-9]{{2}}(?:{_BEHIND_A_YEAR}))",
        "(?<![0-9].)(?:(?<=['’‘].)",
        f"(?<={_CHINESE}0){spelled_on}",  # 八0年
        _behind([pair for pair in pairs if pair[1] <= _DIGITS]) + ")",
    ))  # fmt: skip
    of_a_word = "|".join(_word_branches([pair for pair in pairs if not pair[1] <= _DIGITS]))
    numbered = _one_of({after for before in CHINESE_NUMBER_STARTS for after in word_starts.get(before, ())})
    of_chinese = f"{numbered}|{_SPELLED}{spelled_on}|{_UNIT}|[至到和与及、—–\\-]{_CHINESE}"
    return re.compile(
        f"{first}(?={second})(?:[0-9](?:{digit_second})|(?<={_one_of(words)})(?:{of_a_word})"
        f"|(?<={_CHINESE})(?:{of_chinese})|(?<=[0-9])(?<![0-9].)(?:{of_digits}))"
    )


_Pair = tuple[frozenset[str], frozenset[str]]


def _pairs(words: dict[str, frozenset[str]]) -> list[_Pair]:
    """Return the words' first characters, and the second ones that come after just these: digits apart, most first."""
    firsts: dict[str, set[str]] = {}
    for first, after in words.items():
        for second in after - {""}:
            firsts.setdefault(second, set()).add(first)
    alike: dict[tuple[bool, frozenset[str]], set[str]] = {}
    for second, before in sorted(firsts.items()):
        alike.setdefault((second in _DIGITS, frozenset(before)), set()).add(second)
    pairs = [(before, frozenset(seconds)) for (_, before), seconds in alike.items()]
    return sorted(pairs, key=lambda pair: -len(pair[1]))


def _word_branches(pairs: list[_Pair]) -> list[str]:
    return [
        f"{_one_of(set().union(*(seconds for _, seconds in branch)))}{_behind(branch)}"
        for branch in (pairs[index::_WORD_BRANCHES] for index in range(_WORD_BRANCHES))
        if branch
    ]


def _behind(pairs: list[_Pair]) -> str:
    return f"(?<={'|'.join(_one_of(before) + _one_of(seconds) for before, seconds in pairs)})"


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"
