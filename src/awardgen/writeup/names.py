"""Holidays, named periods and events, and what makes such a word a road, a medal or a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.writeup import holidays, patterns
from awardgen.writeup.expression import Name, NameKind, Point

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgen.writeup.calendar import Calendar

_ALIASES: Final = {
    **dict.fromkeys(
        (
            "迎新期间",
            "迎新季",
            "迎新时",
            "迎新工作期间",
            "新生报到期间",
            "新生入学期间",
            "迎新工作中",
            "迎新那几天",
            "迎新",
        ),
        "迎新期间",
    ),
    **dict.fromkeys(("毕业季", "毕业生离校期间", "毕业离校期间"), "毕业季"),
    **dict.fromkeys(("寒假", "寒假期间"), "寒假"),
    **dict.fromkeys(("暑假", "暑假期间", "暑期"), "暑假"),
}
_NOT_BARE: Final = frozenset({"迎新"})
_MAY_PRECEDE_A_GIVEN_NAME: Final = frozenset(
    ("", *"在到从自是与及逢度过迎为的了至—~～-、,，。；;：:“（(\n年近又即临当于和节!！?？")
)
# What patterns.NAME_SUFFIX can start with.
_SUFFIX_FIRSTS: Final = frozenset("”节当那这之夜早上下中晚清凌一小黄放七长假期佳双前来到里过刚后头第首以")
_GIVEN_NAME: Final = re.compile("|".join(sorted(holidays.GIVEN_NAMES)))
_PERSON: Final = re.compile(
    rf"(?<![^,，。、;；:：\n（(“”和是叫的与])[{holidays.SURNAMES}][一-龥]?({'|'.join(sorted(holidays.GIVEN_NAMES))})(?![节期假长前当这那])"
)
_SCHOOL_TRAP: Final = re.compile(
    r"社会实践|三下乡|培训|学校|夏令营|档|作业|工(?!作)|班|生活(?:费|安排)|见闻|计划|返乡(?:调研|实践)?报告|通知|值班表"
)
_TERM_SUFFIX: Final = re.compile(
    r"(?:(?:这|那|当)一?[天日]|当晚|节(?!气)|夜|晚上|清晨|早上|凌晨|节气|时节|期间|小长假|过后|前夕|前后(?!的|涂)|来临|到来)"
)
_SPOKEN_TERMS: Final = frozenset(("冬至", "立春", "立冬", "立夏", "立秋", "夏至"))
_MEDAL: Final = re.compile("”?(?:劳动|奖|红旗)")
QUOTES: Final = frozenset('“‘"')
_COMMAS: Final = (",", "，")
_AFTER_LUNAR_MONTH: Final = (",", "，", "里", "间", "的")
_EVE: Final = re.compile("(?:前[夕夜]|前一[天日]|头一天)$")
_ALONE: Final = re.compile(r"[,，。；;!！?？\n]|\Z|(?=[他她我]|师傅|大家|学校|全)")
_NAMED: Final = re.compile("(?:取名|起名|名叫|取作|名字[叫是]|[名叫取]作|命名为|名为)[叫作为是]{0,2}$")
_STARTS_A_LUNAR_DAY: Final = frozenset("初十廿二三")
_CLAUSE_STARTS: Final = frozenset(("",)) | frozenset(",，。;；:：!！?？\n“（(")


class Names:
    """The names that can date something. words: all of them, as they may stand in a text."""

    def __init__(self, calendar: Calendar) -> None:
        names: dict[str, Name] = {}
        names |= {word: Name(NameKind.STATUTORY, key) for word, key in holidays.STATUTORY.items()}
        names |= {word: Name(NameKind.LUNAR_DAY, word) for word in holidays.LUNAR_DAYS}
        names |= {word: Name(NameKind.LUNAR_MONTH, word) for word in holidays.LUNAR_MONTHS}
        names |= {word: Name(NameKind.FIXED, word) for word in holidays.FIXED_DAYS}
        names |= {word: Name(NameKind.SOLAR_TERM, word) for word in holidays.SOLAR_TERMS}
        names |= {word: Name(NameKind.EVENT, word) for word in holidays.KNOWN_EVENTS}
        names |= {holidays.TRAVEL_RUSH: Name(NameKind.TRAVEL_RUSH, holidays.TRAVEL_RUSH)}
        names |= {word: Name(NameKind.CALENDAR, key) for word, key in _ALIASES.items()}
        own = {period.name for period in calendar.dated}
        names |= {word: Name(NameKind.CALENDAR, word) for word in own}
        # A campaign's own names are taken at their word.
        own -= set(_ALIASES)
        self._names = names
        self._known = {
            word: (Point(name=name), None if word in own else _MEANT.get(name.kind, _is_holiday))
            for word, name in names.items()
        }
        self.words = (*names, *(f"“{word}" for word in names if word[0] != "“"))
        self._by_first = {
            first: re.compile("|".join(re.escape(word) for word in sorted(of_first, key=len, reverse=True)))
            for first in {word[0] for word in names}
            if (of_first := [word for word in names if word[0] == first])
        }

    def read(self, text: str, start: int, *, has_year: bool) -> tuple[Point, int] | None:
        """Read the name that starts here, quoted or not, with 期间, 当天 and the like after it."""
        first = text[start : start + 1]
        found, quoted = self._at(text, start, first), False
        if found is None:
            quoted = first in QUOTES
            found = self._at(text, start + 1, text[start + 1 : start + 2]) if quoted else None
            if found is None:
                return None
        word, end = found[0], found.end()
        following = text[end : end + 1]
        if quoted and following != "”":
            return None
        point, is_meant = self._known[word]
        suffix = patterns.NAME_SUFFIX.match(text, end) if following in _SUFFIX_FIRSTS else None
        seen = _Seen(text, found.start(), word, suffix, quoted=quoted, has_year=has_year)
        if is_meant is not None and not is_meant(seen):
            return None
        rest = end if following == "”" and not quoted else seen.rest
        if seen.day or (seen.period and _EVE.search(seen.period)):
            name = self._names[word]
            return Point(name=Name(name.kind, name.key, day_only=True, eve=not seen.day)), rest
        return point, rest

    def people(self, text: str) -> frozenset[str]:
        """Return the holidays that are somebody's given name in this text (罗国庆); bare, they mean that person."""
        return (
            frozenset(found[1] for found in _PERSON.finditer(text))
            if _GIVEN_NAME.search(text)
            else frozenset()
        )

    def _at(self, text: str, start: int, first: str) -> re.Match[str] | None:
        by_first = self._by_first.get(first)
        return by_first.match(text, start) if by_first else None


class _Seen:
    """A name as it stands in the text, and what follows it: a time of its day, 期间 and the like, up to rest."""

    __slots__ = ("day", "end", "has_year", "period", "quoted", "rest", "start", "text", "word")

    def __init__(  # noqa: PLR0913 - no dataclass, for the constructor of one cannot be compiled
        self, text: str, start: int, word: str, suffix: re.Match[str] | None, *, quoted: bool, has_year: bool
    ) -> None:
        self.text = text
        self.word = word
        self.start = start
        self.end = start + len(word)
        self.day: str | None = None
        self.period: str | None = None
        self.rest = self.end
        if suffix is not None:
            self.day, self.period = suffix.group("day", "period")
            self.rest = suffix.end()
        self.quoted = quoted
        self.has_year = has_year

    @property
    def previous(self) -> str:
        return self.text[self.start - 1 : self.start]


# Whether the word names a time here, and not a road, a medal, a person or any year's custom.


def _is_solar_term(seen: _Seen) -> bool:
    text, end = seen.text, seen.end
    return (
        seen.has_year
        or bool(_TERM_SUFFIX.match(text, end))
        or (seen.word in _SPOKEN_TERMS and text[end : end + 1] in _COMMAS and seen.previous in _CLAUSE_STARTS)
    )


def _is_of_the_calendar(seen: _Seen) -> bool:
    text, start = seen.text, seen.start
    cold_and_hot = text[start - 2 : start] == "寒、" or seen.previous == "寒"
    return not (
        cold_and_hot
        or _SCHOOL_TRAP.match(text, seen.end)
        or (seen.word in _NOT_BARE and not seen.day and not seen.period)
    )


def _is_event(seen: _Seen) -> bool:
    return seen.text.find("期间", seen.end, seen.rest) >= 0


def _is_lunar_month(seen: _Seen) -> bool:
    following = seen.text[seen.end : seen.end + 1]
    starts = seen.previous in _CLAUSE_STARTS and following not in _STARTS_A_LUNAR_DAY
    sure = seen.has_year or seen.word[0] in "农阴" or following in _AFTER_LUNAR_MONTH
    return (sure or starts) and seen.previous not in ("寒", "冬")


def _is_holiday(seen: _Seen) -> bool:
    word, plain = seen.word, not (seen.quoted or seen.has_year)
    needs_suffix = word in holidays.NEEDS_SUFFIX
    if seen.day or seen.period:
        if not needs_suffix:
            return True
        if seen.period == "节":
            return not _MEDAL.match(seen.text, seen.rest)
        return not (plain and seen.period in ("前", "后", "里") and word in ("三八", "五四"))
    if plain and needs_suffix and not (seen.previous in _CLAUSE_STARTS and _ALONE.match(seen.text, seen.end)):
        return False
    if (
        plain
        and word in holidays.GIVEN_NAMES
        and not needs_suffix
        and seen.previous not in _MAY_PRECEDE_A_GIVEN_NAME
    ):
        return False
    return not (
        patterns.HOLIDAY_TRAP.match(seen.text, seen.rest)
        or _NAMED.search(seen.text[max(0, seen.start - 7) : seen.start].rstrip("“‘"))
    )


_MEANT: dict[NameKind, Callable[[_Seen], bool]] = {
    NameKind.SOLAR_TERM: _is_solar_term,
    NameKind.CALENDAR: _is_of_the_calendar,
    NameKind.EVENT: _is_event,
    NameKind.LUNAR_MONTH: _is_lunar_month,
}
