"""Codes as people type them, and the code that was meant."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

from awardgen.catalogue import KINDS

if TYPE_CHECKING:
    from awardgen.finding import Kind

_LIKE_A_CODE, _LIKE_A_NAME = 0.7, 0.5
_MISTAKEN = str.maketrans("OIL", "011")


def plain_code(typed: str) -> str:
    """Return a code however it was typed: aw204 and ＡＷ２０４ are AW204."""
    return unicodedata.normalize("NFKC", typed).strip().upper()


def nearest_kind(code: str) -> Kind | None:
    """Return the kind that was probably meant by a plain code that none has; by its digits, or by its name."""
    names = {kind.name: kind for kind in KINDS.values()}
    likely = code[:2] + code[2:].translate(_MISTAKEN)
    by_code = [likely] if likely in KINDS else difflib.get_close_matches(likely, KINDS, 1, _LIKE_A_CODE)
    by_name = difflib.get_close_matches(code, names, 1, _LIKE_A_NAME)
    likest = [*(KINDS[each] for each in by_code), *(names[each] for each in by_name)]
    return next(iter(likest), None)
