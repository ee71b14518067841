"""What the editing of every part's XML has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


def space_of(element: _Element) -> str:
    """Return an element's namespace in braces: transitional and strict files have different ones."""
    return str(element.tag).partition("}")[0] + "}"


def is_true(value: str | None) -> bool:
    """Read a yes or no as XML Schema writes it."""
    return value in ("1", "true", "on")


def whole(value: str | None, default: int = 0) -> int:
    """Read a whole number; the default stands for one that is missing or none."""
    return int(value) if value is not None and value.isascii() and value.isdecimal() else default


def set_count(element: _Element) -> None:
    """Have a list say how many children it has, where it says it."""
    if "count" in element.attrib:
        element.set("count", str(sum(1 for _ in element.iterchildren(etree.Element))))


def wanted_child(parent: _Element, name: str, before: Iterable[str]) -> _Element:
    """Return the child of that name; where there is none, a new one at the place that the schema gives it.

    before: the names of those that stand behind it.
    """
    space = space_of(parent)
    found = parent.find(space + name)
    if found is not None:
        return found
    new = etree.SubElement(parent, space + name)
    behind = {space + each for each in before}
    follower = next((child for child in parent if child.tag in behind), None)
    if follower is not None:
        follower.addprevious(new)
    return new
