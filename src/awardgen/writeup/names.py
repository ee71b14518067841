"""Holidays, named periods and events, and what makes such a word a road, a medal or a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.writeup import lexicon, patterns
from awardgen.writeup.expression import Name, NameKind, Point

if TYPE_CHECKING:
    from awardgen.writeup.calendar import Calendar

_ALIASES = {
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
_NOT_BARE = frozenset({"迎新"})
_MAY_PRECEDE_A_GIVEN_NAME = frozenset(
    "在到从自是与及逢度过迎为的了、,，。；;：:“（(\n年近又即临当于和节!！?？"
)
_SURNAME = frozenset(lexicon.SURNAMES)
_GIVEN_NAME = re.compile("|".join(sorted(lexicon.GIVEN_NAMES)))
_PERSON = re.compile(
    rf"(?<![^,，。、;；:：\n（(“”和是叫的与])[{lexicon.SURNAMES}][一-龥]?({'|'.join(sorted(lexicon.GIVEN_NAMES))})(?![节期假长前当这那])"
)
_SCHOOL_TRAP = re.compile(
    r"社会实践|三下乡|培训|学校|夏令营|档|作业|工(?!作)|班|生活(?:费|安排)|见闻|计划|返乡(?:调研|实践)?报告|通知|值班表"
)
_TERM_SUFFIX = re.compile(
    r"(?:(?:这|那|当)一?[天日]|当晚|节(?!气)|夜|晚上|清晨|早上|凌晨|节气|时节|期间|小长假|过后|前夕|前后(?!的|涂)|来临|到来)"
)
_CLAUSE_STARTS = frozenset(",，。;；:：!！?？\n“（(")


class Names:
    """The names that can date something. words: all of them, as they may stand in a text."""

    def __init__(self, calendar: Calendar) -> None:
        names: dict[str, Name] = {}
        names |= {word: Name(NameKind.STATUTORY, key) for word, key in lexicon.STATUTORY.items()}
        names |= {word: Name(NameKind.LUNAR_DAY, word) for word in lexicon.LUNAR_DAYS}
        names |= {word: Name(NameKind.LUNAR_MONTH, word) for word in lexicon.LUNAR_MONTHS}
        names |= {word: Name(NameKind.FIXED, word) for word in lexicon.FIXED_DAYS}
        names |= {word: Name(NameKind.SOLAR_TERM, word) for word in lexicon.SOLAR_TERMS}
        names |= {word: Name(NameKind.EVENT, word) for word in lexicon.KNOWN_EVENTS}
        names |= {word: Name(NameKind.CALENDAR, key) for word, key in _ALIASES.items()}
        own = {period.name for period in calendar.dated}
        names |= {word: Name(NameKind.CALENDAR, word) for word in own}
        self._own = own - set(_ALIASES)
        self._names = names
        self.words = (*names, *(f"“{word}" for word in names if word[0] != "“"))
        self._by_first = {
            first: re.compile("|".join(re.escape(word) for word in sorted(of_first, key=len, reverse=True)))
            for first in {word[0] for word in names}
            if (of_first := [word for word in names if word[0] == first])
        }

    def read(self, text: str, start: int, *, has_year: bool) -> tuple[Point, int] | None:
        """Read the name that starts here, quoted or not, with 期间, 当天 and the like after it."""
        word_start = start
        found = self._at(text, start)
        quoted = found is None and text[start : start + 1] in ("“", "‘", '"')
        if quoted:
            word_start = start + 1
            found = self._at(text, word_start)
        if found is None:
            return None
        word, name = found[0], self._names[found[0]]
        suffix = patterns.NAME_SUFFIX.match(text, found.end())
        if suffix is None:
            return None
        if quoted and not suffix["quote"]:
            return None
        bare = not suffix["day"] and not suffix["period"]
        if not quoted and suffix["quote"]:
            suffix_end = found.end()
        else:
            suffix_end = suffix.end()
        if not self._is_meant(
            text, word_start, found.end(), word, name, suffix, bare=bare, has_year=has_year, quoted=quoted
        ):
            return None
        if name.kind is NameKind.STATUTORY and suffix["day"]:
            name = Name(name.kind, name.key, day_only=True)
        return Point(name=name), suffix_end

    def people(self, text: str) -> frozenset[str]:
        """Return the holidays that are somebody's given name in this text (罗国庆); bare, they mean that person."""
        return (
            frozenset(found[1] for found in _PERSON.finditer(text))
            if _GIVEN_NAME.search(text)
            else frozenset()
        )

    def _at(self, text: str, start: int) -> re.Match[str] | None:
        by_first = self._by_first.get(text[start : start + 1])
        return by_first.match(text, start) if by_first else None

    def _is_meant(  # noqa: PLR0911, PLR0913, C901 - each trap is one line
        self,
        text: str,
        start: int,
        end: int,
        word: str,
        name: Name,
        suffix: re.Match[str],
        *,
        bare: bool,
        has_year: bool,
        quoted: bool,
    ) -> bool:
        if word in self._own:
            return True
        previous = text[start - 1 : start]
        if name.kind is NameKind.SOLAR_TERM:
            return (
                has_year
                or bool(_TERM_SUFFIX.match(text, end))
                or (
                    word in ("冬至", "立春", "立冬", "立夏", "立秋", "夏至")
                    and previous in _CLAUSE_STARTS
                    and text[end : end + 1] in (",", "，")
                )
            )
        if name.kind is NameKind.CALENDAR:
            if _SCHOOL_TRAP.match(text, end) or (word in _NOT_BARE and bare):
                return False
            return previous not in ("寒", "、") or text[start - 2 : start - 1] != "寒"
        if name.kind is NameKind.EVENT:
            return bool(suffix["period"] and "期间" in text[end : suffix.end()]) or (
                word.strip("“”")[1:] == "二五" and False
            )
        if name.kind is NameKind.LUNAR_MONTH:
            return (has_year or text[end : end + 1] in (",", "，", "里", "间", "的")) and previous not in (
                "寒",
                "冬",
            )
        if bare and patterns.HOLIDAY_TRAP.match(text, suffix.end()):
            return False
        if (
            suffix["period"] == "节"
            and patterns.HOLIDAY_TRAP.match(text, suffix.end())
            and word in lexicon.NEEDS_SUFFIX
        ):
            return not re.compile(r"”?(?:劳动|奖|红旗)").match(text, suffix.end())
        if word in lexicon.NEEDS_SUFFIX and bare and not (has_year or quoted):
            return False
        if (
            suffix["period"] in ("前", "后", "里")
            and word in lexicon.NEEDS_SUFFIX
            and not quoted
            and not has_year
        ):
            return word not in ("三八", "五四")
        if bare and word in lexicon.GIVEN_NAMES and not has_year and not quoted:
            return not previous or previous in _MAY_PRECEDE_A_GIVEN_NAME
        return not (previous in _SURNAME and word in ("国庆", "元旦") and bare and not has_year)
