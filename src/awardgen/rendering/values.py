"""Values on their way into a document's XML, and the marks that stand for what XML text cannot say.

A line break in a value is an element in Word, not a character. While Jinja writes the text it is a mark
(a noncharacter of Unicode); `awardgen.rendering.breaks` makes elements of the marks. A noncharacter in a
value, and a brace or line end in the template's own text, travel as ESCAPE and a letter until the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

ESCAPE: Final = "\ufdd0"
LINE: Final = "\ufdd1"
TAB: Final = "\ufdd2"
PARAGRAPH: Final = "\ufdd3"
PAGE: Final = "\ufdd4"

_MEANINGS: Final = {
    "0": ESCAPE, "1": LINE, "2": TAB, "3": PARAGRAPH, "4": PAGE,
    "n": "\n", "t": "\t", "l": "{", "r": "}",
    "L": "{{", "R": "}}", "S": "{%", "E": "%}",
}  # fmt: skip
_ESCAPED_VALUE: Final = {ord(_MEANINGS[digit]): ESCAPE + digit for digit in "01234"}
_BREAKS: Final = {"\n": LINE, "\v": LINE, "\t": TAB, "\a": PARAGRAPH, "\f": PAGE}
_VALUE: Final = str.maketrans({chr(point): text for point, text in _ESCAPED_VALUE.items()} | _BREAKS)
_MARKUP: Final = str.maketrans({"\v": "\n", "\a": PARAGRAPH, "\f": PAGE, "\r": "\n"})
_UNPRINTABLE: Final = re.compile("[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENCODED: Final = re.compile(f"{ESCAPE}(.)")
_LEFT_OVER: Final = str.maketrans({LINE: "\n", TAB: "\t", PARAGRAPH: "\n", PAGE: "\n"})

# docxtpl prints {_{ as {{, in the template's text only: a value that holds it keeps it.
_TEMPLATE_TEXT: Final = re.compile(f"{{_{{|}}_}}|{{_%|%_}}|[{{}}\n\t{ESCAPE}{LINE}{TAB}{PARAGRAPH}{PAGE}]")
_TEMPLATE_CODES: Final = {
    "{_{": "L", "}_}": "R", "{_%": "S", "%_}": "E", "{": "l", "}": "r", "\n": "n", "\t": "t",
    ESCAPE: "0", LINE: "1", TAB: "2", PARAGRAPH: "3", PAGE: "4",
}  # fmt: skip


class UnprintableValueError(Exception):
    """A value with a character that no XML file can hold."""

    def __init__(self, value: str, character: str) -> None:
        super().__init__(value, character)
        self.value = value
        self.character = character


def escaped_value(value: object) -> object:
    """Make a value ready for printing where Jinja escapes it afterwards."""
    if hasattr(value, "__html__"):  # RichText and the like are XML already
        return Markup(_checked(str(value.__html__())).translate(_MARKUP))  # noqa: S704 - it says so itself
    text = _checked(str(value))
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_VALUE)


def raw_value(value: object) -> object:
    """Make a value ready where it is taken for XML as it is, docxtpl's own default."""
    return _checked(str(value)).replace("\r\n", "\n").translate(_MARKUP)


def encode_template_text(text: str) -> str:
    """Keep docxtpl's regular expressions away from braces and line ends outside tags."""
    return _TEMPLATE_TEXT.sub(lambda match: ESCAPE + _TEMPLATE_CODES[match.group()], text)


def decode(xml: str) -> str:
    """Put back what was encoded. Marks that stand in no run (in an attribute) become plain white space."""
    xml = xml.translate(_LEFT_OVER)
    return _ENCODED.sub(lambda match: _MEANINGS[match.group(1)], xml) if ESCAPE in xml else xml


def _checked(text: str) -> str:
    if unprintable := _UNPRINTABLE.search(text):
        raise UnprintableValueError(text, unprintable.group())
    return text


def finalizer(*, autoescape: bool) -> Callable[[object], object]:
    """Return the function through which every printed value goes."""
    return escaped_value if autoescape else raw_value
