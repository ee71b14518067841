"""The way in a part's XML from one element to another: up to what holds both, and down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def common_holder(one: _Element, other: _Element) -> _Element | None:
    """Return the innermost element that holds both, or is one of them."""
    above = {one, *one.iterancestors()}
    return next((each for each in (other, *other.iterancestors()) if each in above), None)


def way_down(goal: _Element, other: _Element) -> tuple[str, ...]:
    """Return the names of the elements that lie around `goal`, and not around `other`, from the outside in."""
    holder = common_holder(goal, other)
    names: list[str] = []
    for each in (goal, *goal.iterancestors()):
        if each is holder:
            break
        names.append(str(each.tag))
    return tuple(reversed(names))
