"""Codes as people type them, and the code that was meant."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

from awardgen.catalogue import KINDS

if TYPE_CHECKING:
    from awardgen.finding import Kind

_LIKENESS = 0.5
_MISTAKEN = str.maketrans("OIL", "011")


def plain_code(typed: str) -> str:
    """Return a code however it was typed: aw204 and ＡＷ２０４ are AW204."""
    return unicodedata.normalize("NFKC", typed).strip().upper()


def nearest_kind(code: str) -> Kind | None:
    """Return the kind that was probably meant by a plain code that none has; by its digits, or by its name."""
    names = {kind.name: kind for kind in KINDS.values()}
    likely = code[:2] + code[2:].translate(_MISTAKEN)
    likest = difflib.get_close_matches(likely, [*KINDS, *names], 1, _LIKENESS)
    return next((KINDS.get(each) or names[each] for each in likest), None)
