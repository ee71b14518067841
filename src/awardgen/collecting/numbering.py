"""The next free 编号 of an award."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from awardgen.campaign import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNTED = re.compile(r"(?P<prefix>.*?)(?P<digits>[0-9]{1,9})")
_DIGITS = 3


class Numbering:
    """Gives 编号 that no application has. used: those of all awards."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = {number_key(number) for number in used}

    def take(self, number: str) -> None:
        self._used.add(number_key(number))

    def next_for(self, short_name: str, of_award: Iterable[str]) -> str:
        """Return the 编号 after an award's last, in its own way of writing them; 简称-001 where there is none."""
        counted = [match for number in of_award if (match := _COUNTED.fullmatch(number))]
        prefix, digits, last = f"{short_name}-", _DIGITS, 0
        if counted:
            prefix = Counter(match["prefix"] for match in counted).most_common(1)[0][0]
            alike = [match["digits"] for match in counted if match["prefix"] == prefix]
            digits, last = max(map(len, alike)), max(map(int, alike))
        while True:
            last += 1
            number = f"{prefix}{last:0{digits}}"
            if number_key(number) not in self._used:
                self.take(number)
                return number
