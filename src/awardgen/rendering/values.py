"""Values on their way into a document's XML, and the marks that stand for what XML text cannot say.

A line break in a value is an element in Word, not a character. While Jinja writes the text it is a mark
(a noncharacter of Unicode); `awardgen.rendering.breaks` makes elements of the marks. A noncharacter in a
value, and a brace or line end in the template's own text, travel as ESCAPE and a letter until the end.
A value that is XML already carries RICH, as then the whole part has to be looked at as XML.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType
from typing import TYPE_CHECKING, Any, Final, Protocol

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ESCAPE: Final = "\ufdd0"
LINE: Final = "\ufdd1"
TAB: Final = "\ufdd2"
PARAGRAPH: Final = "\ufdd3"
PAGE: Final = "\ufdd4"
RICH: Final = "\ufdd5"

_MEANINGS: Final = {
    "0": ESCAPE, "1": LINE, "2": TAB, "3": PARAGRAPH, "4": PAGE, "5": RICH,
    "n": "\n", "t": "\t", "l": "{", "r": "}",
    "L": "{{", "R": "}}", "S": "{%", "E": "%}",
}  # fmt: skip
_ESCAPED_VALUE: Final = {_MEANINGS[digit]: ESCAPE + digit for digit in "012345"}  # ESCAPE itself first
_BREAKS: Final = {"\n": LINE, "\v": LINE, "\t": TAB, "\a": PARAGRAPH, "\f": PAGE}
_VALUE: Final = _ESCAPED_VALUE | _BREAKS
_RAW: Final = {**_BREAKS, "\r": LINE}
_MARKUP: Final = str.maketrans({"\v": "\n", "\a": PARAGRAPH, "\f": PAGE, "\r": "\n"})
_UNPRINTABLE: Final = re.compile("[\x00-\x06\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_USUAL: Final = dict.fromkeys("\n\t\a\u3000\r\v\f", "")  # what str.isprintable minds and a document does not
_ENCODED: Final = re.compile(f"{ESCAPE}(.)")
_CODED_MARK: Final = re.compile(f"{ESCAPE}[0-9nt]")
_LEFT_OVER: Final = str.maketrans({LINE: "\n", TAB: "\t", PARAGRAPH: "\n", PAGE: "\n", RICH: None})
_SIGNS_OF_XML: Final = ("<", "&", "]]>")
_NOT_FOR_PRINT: Final = frozenset((FunctionType, BuiltinFunctionType, MethodType, GeneratorType))
# What names another file of the document: a link's address, a picture.
_RELATION: Final = re.compile(r"\br:(?:id|embed|link|pict|dm|lo|qs|cs)=[\"']")

# docxtpl prints {_{ as {{, in the template's text only: a value that holds it keeps it.
_TEMPLATE_TEXT: Final = re.compile(
    f"{{_{{|}}_}}|{{_%|%_}}|[{{}}\n\t{ESCAPE}{LINE}{TAB}{PARAGRAPH}{PAGE}{RICH}]"
)
_TEMPLATE_CODES: Final = {
    "{_{": "L", "}_}": "R", "{_%": "S", "%_}": "E", "{": "l", "}": "r", "\n": "n", "\t": "t",
    ESCAPE: "0", LINE: "1", TAB: "2", PARAGRAPH: "3", PAGE: "4", RICH: "5",
}  # fmt: skip


class UnprintableValueError(Exception):
    """A value with a character that no XML file can hold."""

    def __init__(self, value: str, character: str) -> None:
        super().__init__(value, character)
        self.value = value
        self.character = character


class NotTextError(Exception):
    """A value is more than text and line ends, and the part that it is printed in has to be read as XML."""


class Document(Protocol):
    """The document that is being filled in, where a value adds files to it."""

    def printed(self, value: Any) -> str: ...  # noqa: ANN401 - docxtpl's objects have no types


class NeedsDocumentError(Exception):
    """A picture, a sub-document or a link was to be printed where only text is filled in."""


filling: Final[ContextVar[Document | None]] = ContextVar("filling", default=None)


def escaped_value(value: object) -> object:
    """Make a value ready for printing where Jinja escapes it afterwards."""
    if hasattr(value, "__html__"):  # RichText and the like are XML already
        xml = _checked(_printed(value) or str(value.__html__()))
        return Markup(RICH + xml.translate(_MARKUP))  # noqa: S704 - it says so itself
    return _text(text_of(value))


def text_of(value: object) -> str:
    """Return the text that a value prints where it stands in a text. What is XML has none: raise NotTextError."""
    if hasattr(value, "__html__"):
        raise NotTextError
    text = str(value)
    if type(value) in _NOT_FOR_PRINT:  # they tell where they lie in memory, on each run another place
        raise TypeError(f"'{type(value).__name__}' object cannot be printed")
    return text


def raw_value(value: object) -> object:
    """Make a value ready where it is taken for XML as it is, docxtpl's own default."""
    text = _printed(value) or str(value)
    if any(sign in text for sign in _SIGNS_OF_XML):
        return RICH + _checked(text).replace("\r\n", "\n").translate(_MARKUP)
    text = text.replace('"', "&quot;")  # it may stand in an attribute
    # A macro's text comes by twice, so a mark stays a mark.
    return text if text.isprintable() else _translated(_checked(text).replace("\r\n", "\n"), _RAW)


def property_value(value: object) -> object:
    """Make a value ready for the document's properties, which are text in any case."""
    return _text(text_of_property(value))


def text_of_property(value: object) -> str:
    """Return the text that a value prints among the document's properties."""
    return value.unescape() if isinstance(value, Markup) else str(value)


def _text(text: str) -> str:
    if text.isprintable():
        return text
    return _translated(checked_lines(text), _VALUE)


def checked_lines(text: str) -> str:
    """Return a text with a line feed for each line end. Raise UnprintableValueError."""
    if text.replace("\n", "").replace("\a", "").isprintable():  # as nearly every text of several lines
        return text
    checked = _checked(text)
    return checked.replace("\r\n", "\n").replace("\r", "\n") if "\r" in checked else checked


def _translated(text: str, table: Mapping[str, str]) -> str:
    """Do what str.translate does, which is ten times slower in Chinese."""
    for character, new in table.items():
        if character in text:
            text = text.replace(character, new)
    return text


def _printed(value: object) -> str:
    """Return what a value prints that adds to the document's files; nothing for any other value.

    Raise NeedsDocumentError where only text is being filled in.
    """
    if not (
        hasattr(value, "__html__") and hasattr(value, "tpl")
    ):  # docxtpl's objects that belong to a template
        text = str(value)
        if "r:" not in text or not _RELATION.search(text):
            return ""
    document = filling.get()
    if document is None:
        raise NeedsDocumentError
    return document.printed(value)


def encode_template_text(text: str) -> str:
    """Keep docxtpl's regular expressions away from braces and line ends outside tags."""
    return _TEMPLATE_TEXT.sub(lambda match: ESCAPE + _TEMPLATE_CODES[match.group()], text)


def decoded_template_text(text: str) -> str | None:
    """Return a source's text without codes; None where it holds a line end, a tab or a noncharacter."""
    if _CODED_MARK.search(text):
        return None
    return _ENCODED.sub(lambda match: _MEANINGS[match.group(1)], text)


def decode(xml: str) -> str:
    """Put back what was encoded. Marks that stand in no run (in an attribute) become plain white space."""
    if not holds_marks(xml):
        return xml
    xml = xml.translate(_LEFT_OVER)
    if ESCAPE not in xml:
        return xml
    return _ENCODED.sub(lambda match: _MEANINGS.get(match.group(1), match.group()), xml)


def holds_marks(xml: str) -> bool:
    """Tell whether anything is there for `decode` or for what resolves marks.

    To look for each character takes a tenth of the time of looking for what their bytes have in common.
    """
    return LINE in xml or ESCAPE in xml or TAB in xml or PARAGRAPH in xml or PAGE in xml or RICH in xml


def _checked(text: str) -> str:
    usual = _translated(text, _USUAL)
    if not usual.isprintable() and (unprintable := _UNPRINTABLE.search(usual)):
        raise UnprintableValueError(text, unprintable.group())
    return text


def finalizer(*, autoescape: bool) -> Callable[[object], object]:
    """Return the function through which every printed value goes."""
    return escaped_value if autoescape else raw_value
