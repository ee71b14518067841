"""Values as the bytes that stand for them in a plain part, each where its tag stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from awardgen.rendering.values import NotTextError, checked_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

IN_RUN, IN_WHOLE_RUN, IN_ATTRIBUTE, ELSEWHERE = "in run", "in whole run", "in attribute", "elsewhere"
"""The names of the printers; no template can write one with a blank, and the last is given to no other template."""
_CUTTING: Final = ("\t", "\a", "\f")
_TEXT: Final = '<w:t xml:space="preserve">'
_LINE: Final = f"</w:t><w:br></w:br>{_TEXT}"
_PAGE: Final = '<w:p><w:r><w:br w:type="page"></w:br></w:r></w:p>'
_Breaks = tuple[tuple[bytes, bytes], ...]
_LINES: Final[_Breaks] = ((b"\n", _LINE.encode()), (b"\v", _LINE.encode()))
_WHITE_SPACE: Final[_Breaks] = ((b"\v", b"\n"), (b"\a", b"\n"), (b"\f", b"\n"))


def printers(shown: Callable[[object], str]) -> Mapping[str, Callable[..., bytes]]:
    """Return what prints values, by its name. shown: the text of a value that is none; it may raise NotTextError.

    IN_RUN takes the formats of the paragraph and the run, as XML, which go on behind a tab or in the next paragraph;
    IN_WHOLE_RUN is for runs that no value may end so simply. The others print line ends as white space.
    """

    def in_run(value: Any, paragraph_format: str, run_format: str) -> bytes:  # noqa: ANN401 - a tag prints anything
        text = value if type(value) is str else shown(value)
        if not text.isprintable():
            return _broken(_in_text(checked_lines(text)), _breaks(paragraph_format, run_format))
        # As most values are; a list prints 200,000.
        return _in_text(text) if "&" in text or "<" in text or ">" in text else text.encode()

    def in_whole_run(value: Any) -> bytes:  # noqa: ANN401
        text = value if type(value) is str else shown(value)
        if text.isprintable():
            return _in_text(text)
        text = checked_lines(text)
        if any(sign in text for sign in _CUTTING):
            raise NotTextError
        return _broken(_in_text(text), _LINES)

    def elsewhere(value: Any) -> bytes:  # noqa: ANN401
        text = value if type(value) is str else shown(value)
        return _in_text(text) if text.isprintable() else _broken(_in_text(checked_lines(text)), _WHITE_SPACE)

    def in_attribute(value: Any) -> bytes:  # noqa: ANN401
        text = value if type(value) is str else shown(value)
        if text.isalnum():  # a number of columns, for each cell of a list
            return text.encode()
        if not text.isprintable():
            text = checked_lines(text)
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        return _broken(text.encode(), _WHITE_SPACE)

    return {IN_RUN: in_run, IN_WHOLE_RUN: in_whole_run, IN_ATTRIBUTE: in_attribute, ELSEWHERE: elsewhere}


def _in_text(text: str) -> bytes:
    """Return a text as canonical XML has it between two elements."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.encode()


def _broken(text: bytes, breaks: Iterable[tuple[bytes, bytes]]) -> bytes:
    for sign, element in breaks:
        if sign in text:
            text = text.replace(sign, element)
    return text


@lru_cache(maxsize=256)  # the runs of some templates; a campaign has a dozen
def _breaks(paragraph_format: str, run_format: str) -> _Breaks:
    end, start = "</w:t></w:r></w:p>", f"<w:p>{paragraph_format}<w:r>{run_format}{_TEXT}"
    tab = f"</w:t></w:r><w:r>{run_format}<w:tab></w:tab></w:r><w:r>{run_format}{_TEXT}"
    cuts = (("\t", tab), ("\a", f"{end}{start}"), ("\f", f"{end}{_PAGE}{start}"))
    return (*_LINES, *((sign.encode(), element.encode()) for sign, element in cuts))
