"""The properties of paragraphs and runs as flat mappings, so that one level of styles can be laid over another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SAME: Final = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_OFF: Final = ("0", "false", "off")
_FIRST: Final = ("ind.firstLine", "ind.firstLineChars")
_HANGING: Final = ("ind.hanging", "ind.hangingChars")

Properties = dict[str, str]
"""jc, ind.left, spacing.line, font, sz … → the value as Word stores it."""


def local(element: _Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: _Element | None, attribute: str = "val") -> str:
    """Return a w: attribute; empty where it or the element is not there."""
    return "" if element is None else str(element.get(f"{WORD}{attribute}", ""))


def is_on(element: _Element | None) -> bool:
    """Whether a switch such as w:vanish is there and on."""
    return element is not None and value(element) not in _OFF


def number(text: str, default: float = 0.0) -> float:
    """Read a measure; what is none counts as the default."""
    try:
        read = float(text)
    except ValueError:
        return default
    return read if abs(read) < 1e6 else default  # noqa: PLR2004 - no page is so large; it also stops inf and nan


def paragraph_properties(element: _Element | None) -> Properties:
    """Flatten a w:pPr."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = local(child)
        if name in ("ind", "spacing", "framePr"):
            for key, content in child.items():
                attribute = str(key).rpartition("}")[2]
                found[f"{name}.{_SAME.get(attribute, attribute)}"] = str(content)
        elif name in ("jc", "pStyle"):
            found[name] = _SAME.get(value(child), value(child))
        elif name in ("snapToGrid", "pageBreakBefore"):
            found[name] = "1" if is_on(child) else "0"
        elif name == "numPr":
            found["numId"] = value(child.find(f"{WORD}numId"))
            found["ilvl"] = value(child.find(f"{WORD}ilvl")) or "0"
        elif name == "tabs":
            found["tabs"] = " ".join(value(tab) for tab in child if value(tab) not in ("clear", "bar"))
    return found


def run_properties(element: _Element | None, themes: Mapping[str, str]) -> Properties:
    """Flatten a w:rPr. themes: minorEastAsia … → the font of the theme."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = local(child)
        if name == "rFonts":
            font = themes.get(value(child, "eastAsiaTheme"), "") or value(child, "eastAsia")
            if font:
                found["font"] = font
        elif name in ("sz", "color", "spacing", "rStyle"):
            found[name] = value(child)
        elif name == "vanish":
            found[name] = "1" if is_on(child) else "0"
    return found


def laid_over(base: Properties, over: Properties) -> Properties:
    """Return what holds where `over` stands nearer to the text than `base`."""
    if not over:
        return base
    drop: tuple[str, ...] = ()
    if any(key in over for key in _FIRST):
        drop = _HANGING
    elif any(key in over for key in _HANGING):
        drop = _FIRST
    return {**{key: each for key, each in base.items() if key not in drop}, **over}
