"""Labels that stand in one text with their values: 岗位名称：东苑食堂　岗位总人数：3."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEPARATES = re.compile(r"[\s,，;；。、|/)）】]")
_COLONS = ":："
_NOTE = re.compile(r"\s*[（(【\[][^）)】\]]*[）)】\]]\s*[:：]?\s*")


@dataclass(slots=True)
class Labelled:
    """A label and the lines behind it."""

    key: str
    lines: list[str] = field(default_factory=list)


class Labels:
    """The labels of a form, for finding them in running text. keys: as `label_key` gives them."""

    def __init__(self, keys: Iterable[str]) -> None:
        longest_first = sorted((key for key in keys if key), key=lambda key: (-len(key), key))
        self._keys = tuple(longest_first)
        self._any = (
            re.compile("(" + "|".join(map(re.escape, longest_first)) + "):") if longest_first else None
        )

    def at_start(self, text: str) -> tuple[str, str] | None:
        """Return the label that a text begins with, and the rest; white space inside the label does not count."""
        squeezed, places = _squeezed(text)
        for key in self._keys:
            if squeezed.startswith(key):
                return key, text[places[len(key)] :]
        return None

    def split(self, lines: Sequence[str]) -> tuple[list[str], list[Labelled]]:
        """Return the lines before the first label with a colon, and each such label with what follows it."""
        before: list[str] = []
        found: list[Labelled] = []
        for line in lines:
            done = 0
            for key, start, end in self._in_line(line):
                _add(found[-1].lines if found else before, line[done:start])
                found.append(Labelled(key))
                done = end
            if done or not found:
                _add(found[-1].lines if found else before, line[done:])
            else:
                found[-1].lines.append(line)
        return before, found

    def _in_line(self, line: str) -> list[tuple[str, int, int]]:
        """Return each label with its colon that begins a line or stands apart: its key, where, and where it ends."""
        if self._any is None or not any(colon in line for colon in _COLONS):
            return []
        squeezed, places = _squeezed(line)
        return [
            (match[1], places[match.start()], places[match.end() - 1] + 1)
            for match in self._any.finditer(squeezed)
            if match.start() == 0 or _SEPARATES.fullmatch(line[places[match.start()] - 1])
        ]


def is_note(text: str) -> bool:
    """Tell whether what follows a label only explains it: 岗位名称（全称）."""
    return _NOTE.fullmatch(text) is not None


def _add(lines: list[str], text: str) -> None:
    if text.strip():
        lines.append(text.strip())


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Return a text as `label_key` has it, with its colon, and the place of each of its characters in the text."""
    squeezed: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        kept = character if character in _COLONS else label_key(character)
        for each in kept:
            squeezed.append(":" if each in _COLONS else each)
            places.append(place)
    places.append(len(text))
    return "".join(squeezed), places
