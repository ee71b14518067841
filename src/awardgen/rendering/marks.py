"""Line breaks, tabs, paragraphs and pages inside values, in a plain part: by its text, without reading it as XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.rendering.values import LINE, PAGE, PARAGRAPH, TAB

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CUTS: Final = (TAB, PARAGRAPH, PAGE)
_MARKS: Final = (LINE, *_CUTS)
_IN_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>(?P<format><w:rPr>(?!</w:rPr>).*?</w:rPr>)?", re.DOTALL)
_IN_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>(?P<format><w:pPr>(?!</w:pPr>).*?</w:pPr>)?", re.DOTALL)
_TEXT: Final = '<w:t xml:space="preserve">'
_PAGE: Final = '<w:p><w:r><w:br w:type="page"></w:br></w:r></w:p>'


def holds_cuts(xml: str) -> bool:
    """Tell whether a run or a paragraph ends in a value."""
    return any(mark in xml for mark in _CUTS)


def resolve_marks(xml: str) -> str:
    """Write the elements that the marks stand for; one in no text of a run stays."""
    kinds = [mark for mark in _MARKS if mark in xml]
    if len(kinds) == 1 and (resolved := _resolved_alike(xml, kinds[0])) is not None:
        return resolved
    return _resolved(xml)


def _resolved_alike(xml: str, mark: str) -> str | None:
    """Return what `_resolved` does where all marks are of one kind; None where one of them is in no text of a run."""
    *others, last = xml.split(mark)
    pieces: list[str] = []
    start = run = paragraph = 0
    element = ""
    for before in others:
        tag = before.rfind("<")
        if tag >= 0:  # else the mark stands in the same text as the one before it
            if not before.startswith(("<w:t>", "<w:t "), tag) or before.find(">", tag) < 0:
                return None
            run, paragraph = _beginnings(xml, run, paragraph, start + tag)
            element = _elements(xml, run, paragraph)[mark]
        elif not element:
            return None
        pieces += before, element
        start += len(before) + 1
    return "".join([*pieces, last])


def _beginnings(xml: str, run: int, paragraph: int, text: int) -> tuple[int, int]:
    """Return where the run and the paragraph of a text begin: looked for from the last ones on, as that is far less."""
    return (
        max(xml.rfind("<w:r>", run, text), xml.rfind("<w:r ", run, text)),
        max(xml.rfind("<w:p>", paragraph, text), xml.rfind("<w:p ", paragraph, text)),
    )


def _resolved(xml: str) -> str:
    pieces: list[str] = []
    elements: Mapping[str, str] = {}
    position = run = paragraph = 0
    for place in _places(xml):
        text = xml.rfind("<", position, place)
        if text >= 0:  # else the mark stands in the same text as the one before it
            run, paragraph = _beginnings(xml, run, paragraph, text)
            is_text = xml.startswith(("<w:t>", "<w:t "), text) and xml.find(">", text, place) >= 0
            elements = _elements(xml, run, paragraph) if is_text else {}
        if elements:
            pieces += xml[position:place], elements[xml[place]]
            position = place + 1
    return "".join([*pieces, xml[position:]])


def _places(xml: str) -> Iterator[int]:
    """Yield where the marks stand, in order. Looking for each of the few kinds is faster than a pattern of them all."""
    following = {mark: place for mark in _MARKS if (place := xml.find(mark)) >= 0}
    while following:
        mark = min(following, key=following.__getitem__)
        place = following[mark]
        yield place
        following[mark] = xml.find(mark, place + 1)
        if following[mark] < 0:
            del following[mark]


def _elements(xml: str, run: int, paragraph: int) -> Mapping[str, str]:
    """Return what stands for each mark in the text of a run that begins at `run`."""
    run_format = _format(_IN_RUN, xml, run)
    paragraph_format = _format(_IN_PARAGRAPH, xml, paragraph)
    end, start = "</w:t></w:r></w:p>", f"<w:p>{paragraph_format}<w:r>{run_format}{_TEXT}"
    return {
        LINE: f"</w:t><w:br></w:br>{_TEXT}",
        TAB: f"</w:t></w:r><w:r>{run_format}<w:tab></w:tab></w:r><w:r>{run_format}{_TEXT}",
        PARAGRAPH: f"{end}{start}",
        PAGE: f"{end}{_PAGE}{start}",
    }


def _format(pattern: re.Pattern[str], xml: str, start: int) -> str:
    found = pattern.match(xml, start)
    return (found and found["format"]) or ""
