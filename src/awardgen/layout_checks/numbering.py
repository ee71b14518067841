"""The numbers that Word puts before paragraphs by itself: 一、 （一） 1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.formats import WORD, number, paragraph_properties, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.layout_checks.formats import Properties

_DIGITS: Final = "零一二三四五六七八九"
_CHINESE: Final = (
    "chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "taiwaneseDigital",
)  # fmt: skip
_TENS: Final = 10
_HUNDRED: Final = 100
_DEEPEST: Final = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list. text: how its number is written, %1 for the number of the first level."""

    text: str
    form: str
    start: int
    paragraph: Properties


@dataclass
class Numbering:
    """The lists of a document, counted as the paragraphs come."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def read(self, root: _Element) -> None:
        """Read the part numbering.xml."""
        for each in root.iter(f"{WORD}abstractNum"):
            self._levels[value(each, "abstractNumId")] = dict(map(_level, each.iter(f"{WORD}lvl")))
        for each in root.iter(f"{WORD}num"):
            self._lists[value(each, "numId")] = value(each.find(f"{WORD}abstractNumId"))

    def indents(self, list_id: str, level: str) -> Properties:
        """Return the indents that a level of a list gives its paragraphs."""
        found = self._levels.get(self._lists.get(list_id, ""), {}).get(int(number(level)))
        return found.paragraph if found else {}

    def next_label(self, list_id: str, level: str) -> str:
        """Count a paragraph, and return what Word prints before it."""
        name = self._lists.get(list_id, "")
        levels, depth = self._levels.get(name, {}), int(number(level))
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(name, {})
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        for each in range(depth + 1):
            if each in levels and each not in counts:
                counts[each] = levels[each].start - (each == depth)
        counts[depth] += 1

        def written(found: re.Match[str]) -> str:
            wanted = int(found[1]) - 1
            form = levels[wanted].form if wanted in levels else ""
            return _written(counts.get(wanted, 1), form)

        return re.sub(r"%([1-9])", written, levels[depth].text)


def _level(element: _Element) -> tuple[int, _Level]:
    form = value(element.find(f"{WORD}numFmt"))
    text = "" if form in ("bullet", "none") else value(element.find(f"{WORD}lvlText"))
    start = int(number(value(element.find(f"{WORD}start")), 1))
    indents = {
        key: each
        for key, each in paragraph_properties(element.find(f"{WORD}pPr")).items()
        if key.startswith("ind.")
    }
    return min(int(number(value(element, "ilvl"))), _DEEPEST), _Level(text, form, start, indents)


def _written(count: int, form: str) -> str:
    if form not in _CHINESE or not 0 < count < _HUNDRED:
        return str(count)
    tens, ones = divmod(count, _TENS)
    spoken = ("" if tens <= 1 else _DIGITS[tens]) + ("十" if tens else "")
    return spoken + (_DIGITS[ones] if ones else "")
