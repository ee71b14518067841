"""A cell's format in the order that Word's schema asks for, where docxtpl puts its own in front or behind."""

from __future__ import annotations

import re
from typing import Final

_FORMAT: Final = re.compile(r"(<w:tcPr>)(.*?)(</w:tcPr>)", re.DOTALL)
_CHILD: Final = re.compile(r"<w:(\w+)(?:[^<>]*/>|[^<>]*>.*?</w:\1>)", re.DOTALL)
_ORDER: Final = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
    "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange",
)  # fmt: skip


def in_schema_order(source: str) -> str:
    """Return a source that docxtpl has patched with the formats of its cells in order."""
    return _FORMAT.sub(_sorted, source)


def _sorted(found: re.Match[str]) -> str:
    opening, content, closing = found.groups()
    children = list(_CHILD.finditer(content))
    if "{" not in content or "".join(child.group() for child in children) != content:
        return found.group()
    if not {child[1] for child in children} <= set(_ORDER):
        return found.group()
    children.sort(key=lambda child: _ORDER.index(child[1]))
    return opening + "".join(child.group() for child in children) + closing
