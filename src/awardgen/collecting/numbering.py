"""The next free 编号 of an award."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from awardgen.campaign import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_COUNTED = re.compile(r"(?P<prefix>.*?)(?P<digits>[0-9]{1,9})")
_DIGITS = 3


class Numbering:
    """Gives 编号 that no application has. by_award: 简称 → those of its applications."""

    def __init__(self, by_award: Mapping[str, Iterable[str]]) -> None:
        self._used: set[str] = set()
        self._ways = {short_name: _Way(short_name) for short_name in by_award}
        for short_name, numbers in by_award.items():
            for number in numbers:
                self.take(short_name, number)

    def take(self, short_name: str, number: str) -> None:
        """Note that an application of an award has a 编号."""
        self._used.add(number_key(number))
        self._ways[short_name].note(number)

    def next_for(self, short_name: str) -> str:
        """Return the 编号 after an award's last, in its own way of writing them; 简称-001 where there is none."""
        way = self._ways[short_name]
        number = next(each for each in way.following() if number_key(each) not in self._used)
        self.take(short_name, number)
        return number


class _Way:
    """How the 编号 of an award are written: the prefix that most have, as many digits as the longest has."""

    def __init__(self, short_name: str) -> None:
        self._prefixes: Counter[str] = Counter()
        self._last: dict[str, int] = {f"{short_name}-": 0}
        self._digits: dict[str, int] = {f"{short_name}-": _DIGITS}
        self._default = f"{short_name}-"

    def note(self, number: str) -> None:
        if match := _COUNTED.fullmatch(number):
            prefix, digits = match["prefix"], match["digits"]
            if not self._prefixes[prefix]:
                self._last[prefix] = self._digits[prefix] = 0
            self._prefixes[prefix] += 1
            self._last[prefix] = max(self._last[prefix], int(digits))
            self._digits[prefix] = max(self._digits[prefix], len(digits))

    def following(self) -> Iterable[str]:
        prefix = self._prefixes.most_common(1)[0][0] if self._prefixes else self._default
        last, digits = self._last[prefix], self._digits[prefix]
        while True:
            last += 1
            yield f"{prefix}{last:0{digits}}"
