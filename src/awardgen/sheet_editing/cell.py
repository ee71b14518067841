"""One cell's XML: what it holds, and holding something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.sheet_editing.shared_strings import text_in
from awardgen.sheet_editing.values import ContentKind, decoded, encoded
from awardgen.sheet_editing.xml import space_of, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

    from awardgen.sheet_editing.shared_strings import SharedStrings
    from awardgen.sheet_editing.values import Content

_PRESERVE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_CONTENT: Final = ("f", "v", "is")
_OF_CONTENT: Final = ("t", "cm", "vm")  # its type, and what else Excel knows of the formula and of the value


def formula_of(cell: _Element) -> _Element | None:
    """Return a cell's formula."""
    return cell.find(f"{space_of(cell)}f")


def style_of(cell: _Element) -> int:
    """Return a cell's style."""
    return whole(cell.get("s"))


def holds_something(cell: _Element, strings: SharedStrings) -> bool:
    """Tell whether a cell shows anything: an empty text is nothing, a formula that was never computed may be."""
    if formula_of(cell) is not None and cell.get("t", "n") == "n":
        return True
    return bool(_shown(cell, strings).strip())


def holds(cell: _Element, content: Content, strings: SharedStrings) -> bool:
    """Tell whether a cell holds that very content, not as a formula's result. Its style is not looked at."""
    if formula_of(cell) is not None:
        return False
    kind, shown = cell.get("t", "n"), _shown(cell, strings)
    if content.kind is ContentKind.EMPTY:
        return not shown
    if content.kind is ContentKind.TEXT:
        return kind in ("s", "str", "inlineStr") and decoded(shown) == content.text
    try:
        return kind == "n" and float(shown) == float(content.text)  # Excel writes 1.1 as 1.1000000000000001
    except ValueError:
        return False


def fill(cell: _Element, content: Content, style: int) -> None:
    """Have a cell hold the content, and nothing of what it held."""
    space = space_of(cell)
    for name in _CONTENT:
        for each in cell.findall(space + name):
            cell.remove(each)
    for name in _OF_CONTENT:
        cell.attrib.pop(name, "")
    if style != style_of(cell):
        cell.set("s", str(style))
    if content.kind is ContentKind.TEXT:
        cell.set("t", "inlineStr")
        inline = cell.makeelement(f"{space}is")
        text = etree.SubElement(inline, f"{space}t", {_PRESERVE: "preserve"})
        text.text = encoded(content.text)
        cell.insert(0, inline)
    elif content.kind is not ContentKind.EMPTY:
        value = cell.makeelement(f"{space}v")
        value.text = content.text
        cell.insert(0, value)


def _shown(cell: _Element, strings: SharedStrings) -> str:
    space = space_of(cell)
    if cell.get("t") == "inlineStr":
        inline = cell.find(f"{space}is")
        return "" if inline is None else text_in(inline)
    value = cell.findtext(f"{space}v") or ""
    return strings.text(whole(value, -1)) if cell.get("t") == "s" else value
