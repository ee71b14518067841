"""Whose a write-up is that was handed in as a file of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import PurePosixPath

_SEPARATORS = re.compile(r"[\s\-_—–+.,，、;；:：()（）\[\]【】《》“”\"'&]+")
_NAMES_APART = re.compile(r"[、，,;；\s/]+")
_SAYS_NOTHING = re.compile(
    r"附件|附|[0-9]+|先进|个人|主要|事迹|材料|简介|申报|推荐|表|书|的|同志|终稿|定稿|最终版?|修改稿?|版|稿|v[0-9]*|docx?|年度?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whom a write-up may be of. path: of the form that was collected in the same call, None where there is none."""

    number: str
    award: str
    group: str
    post: str
    people: str
    path: PurePosixPath | None = None

    @property
    def names(self) -> frozenset[str]:
        """The post and each of the people, squeezed."""
        people = (label_key(each) for each in _NAMES_APART.split(self.people))
        return frozenset(name for name in (label_key(self.post), *people) if name)


class Owners:
    """Finds whose a file is. applicants: of the campaign, and of the forms that came with it."""

    def __init__(self, applicants: Iterable[Applicant]) -> None:
        self._applicants = tuple({each.number: each for each in applicants}.values())
        self._numbers = {number_key(each.number): each for each in self._applicants}

    def of_file(self, path: PurePosixPath, mark: str | None, text: str) -> tuple[Applicant, ...]:
        """Return the one that a file belongs to; several where it may be any of them, none where nothing tells.

        mark: the 编号 that `build` wrote into it.
        """
        if mark and number_key(mark) in self._numbers:
            return (self._numbers[number_key(mark)],)
        stem = label_key(path.stem)
        starting = [each for each in self._applicants if starts_with_number(stem, label_key(each.number))]
        if starting:
            return (max(starting, key=lambda each: len(each.number)),)
        named = self._named(path)
        return named if len(named) <= 1 else self._told_apart(named, path, label_key(text))

    def _named(self, path: PurePosixPath) -> tuple[Applicant, ...]:
        """Return those whom the file's name has as a word (于海 is not in 于海洋), else those whom its folder's has."""
        for name in (path.stem, path.parent.name):
            words = {*self._words(name), label_key(name)}
            if named := tuple(each for each in self._applicants if each.names & words):
                return named
        return ()

    def _words(self, name: str) -> Iterable[str]:
        known = {label_key(word) for each in self._applicants for word in (each.award, each.group) if word}
        for word in _SEPARATORS.split(name):
            rest = label_key(word)
            yield rest
            for each in sorted(known, key=len, reverse=True):
                rest = rest.replace(each, " ")
            yield from _SAYS_NOTHING.sub(" ", rest).split()

    @staticmethod
    def _told_apart(named: Sequence[Applicant], path: PurePosixPath, text: str) -> tuple[Applicant, ...]:
        """Return those of several whom all else speaks for: the form beside it, the names of folders, the text."""
        places = label_key(str(path))
        signs: tuple[Callable[[Applicant], bool], ...] = (
            lambda each: each.path is not None and each.path.parent == path.parent,
            lambda each: bool(each.group) and label_key(each.group) in places,
            lambda each: bool(each.post) and label_key(each.post) in places,
            lambda each: bool(each.award) and label_key(each.award) in places,
            lambda each: bool(each.award) and label_key(each.award) in text,
            lambda each: bool(each.post) and label_key(each.post) in text,
        )
        left = tuple(named)
        for sign in signs:
            left = tuple(each for each in left if sign(each)) or left
        return left


def starts_with_number(stem: str, number: str) -> bool:
    """Tell whether a file's name starts with a 编号, and not with a longer one. Both squeezed."""
    following = stem[len(number) : len(number) + 1]
    return (
        bool(number)
        and number_key(stem).startswith(number_key(number))
        and not (following.isascii() and following.isalnum())
    )
