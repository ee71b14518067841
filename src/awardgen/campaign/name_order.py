"""按姓氏笔画为序: the order of names in an official list (GF 3003-1999, GB/T 25741-2010)."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from awardgen.campaign.stroke_order import CHARACTERS_IN_STROKE_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEPARATORS = frozenset("·•・‧∙⋅．.")
"""What stands between the parts of a minority name; 姓氏笔画 passes it over."""

UNSEEN = frozenset({"Cf", "Mn"})
"""Marks that take no room of their own: zero-width spaces, variation selectors after a rare character."""

IDEOGRAPHS_BY_USE = frozenset("〇々")
"""Written in names like any ideograph, though Unicode calls them a number and a mark."""

CharacterRank = tuple[int, int, int]
EMPTY_MIDDLE: CharacterRank = (-1, 0, 0)
TWO_CHARACTERS = 2


@cache
def _ranks() -> dict[str, int]:
    return {character: rank for rank, character in enumerate(CHARACTERS_IN_STROKE_ORDER)}


def name_key(name: str, references: Mapping[str, str] | None = None) -> tuple[CharacterRank, ...]:
    """Return a sort key for a name.

    The first character decides, for compound surnames and minority names too, then the next ones. A
    one-character given name has an empty middle and so comes first (the custom of the 政协's lists).

    references: a character that the order lacks → the character it directly follows. Without one it sorts
        last, and `characters_without_strokes` names it.
    """
    ranks = [_character_rank(character, references or {}) for character in _sorted_characters(name)]
    if len(ranks) == TWO_CHARACTERS:
        ranks.insert(1, EMPTY_MIDDLE)
    return tuple(ranks)


def characters_without_strokes(names: Iterable[str], references: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ideographs in the names whose place in the order is not known, each once."""
    unknown = {
        character: None
        for name in names
        for character in _sorted_characters(name)
        if _is_ideograph(character) and _known_rank(character, references) is None
    }
    return tuple(unknown)


def _sorted_characters(name: str) -> str:
    # NFC makes a compatibility ideograph (U+FA19) the character it stands for (神); the list prints it as typed.
    composed = unicodedata.normalize("NFC", name)
    return "".join(
        each
        for each in composed
        if not each.isspace() and each not in SEPARATORS and unicodedata.category(each) not in UNSEEN
    )


def _character_rank(character: str, references: Mapping[str, str]) -> CharacterRank:
    if not _is_ideograph(character):
        return (0, 0, ord(character))
    known = _known_rank(character, references)
    return (len(CHARACTERS_IN_STROKE_ORDER) + 1, 0, ord(character)) if known is None else known


def _known_rank(character: str, references: Mapping[str, str]) -> CharacterRank | None:
    ranks = _ranks()
    if character in ranks:
        return (ranks[character] + 1, 0, 0)
    reference = ranks.get(references.get(character, ""))
    return None if reference is None else (reference + 1, 1, ord(character))


def _is_ideograph(character: str) -> bool:
    # Private use and not-yet-assigned code points are how systems of the office carry rare characters.
    return (
        character in IDEOGRAPHS_BY_USE
        or unicodedata.name(character, "").startswith("CJK ")
        or unicodedata.category(character) in {"Co", "Cn"}
    )
