"""Two texts next to each other in a message: of long ones, where they part."""

from __future__ import annotations

from itertools import zip_longest

_SHOWN = 40
_BEFORE = 10  # characters that both have, so that the place is found


def side_by_side(one: str, other: str) -> tuple[str, str]:
    """Return what a message shows of two texts that differ: each in one line, from shortly before they part."""
    lines = tuple(" ".join(text.split()) for text in (one, other))
    parted = next((at for at, (left, right) in enumerate(zip_longest(*lines)) if left != right), 0)
    start = max(parted - _BEFORE, 0) if max(map(len, lines)) > _SHOWN else 0
    shown = tuple(_excerpt(line, start) for line in lines)
    return shown[0], shown[1]


def _excerpt(line: str, start: int) -> str:
    before, after = "…" if start else "", "…" if len(line) > start + _SHOWN else ""
    return f"{before}{line[start : start + _SHOWN]}{after}" if line else "（空）"
