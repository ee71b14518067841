"""Line breaks, tabs, paragraphs and pages inside values, in a plain part: by its text, without reading it as XML."""

from __future__ import annotations

import re
from typing import Final

from awardgen.rendering.values import LINE, PAGE, PARAGRAPH, TAB

_CUTS: Final = (TAB, PARAGRAPH, PAGE)
_CUT: Final = re.compile(f"[{TAB}{PARAGRAPH}{PAGE}]")
_LINE_OR_CUT: Final = re.compile(f"[{LINE}{TAB}{PARAGRAPH}{PAGE}]")
_IN_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>(?P<format><w:rPr>.*?</w:rPr>)?", re.DOTALL)
_IN_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>(?P<format><w:pPr>.*?</w:pPr>)?", re.DOTALL)
_TEXT: Final = '<w:t xml:space="preserve">'
_PAGE: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def holds_marks(xml: str) -> bool:
    """Tell whether a filled part has a line end, a tab, or the like in a value."""
    return LINE in xml or holds_cuts(xml)


def holds_cuts(xml: str) -> bool:
    """Tell whether a run or a paragraph ends in a value."""
    return any(mark in xml for mark in _CUTS)


def resolve_marks(xml: str) -> str:
    """Write the elements that the marks stand for; one in no text of a run stays."""
    pieces: list[str] = []
    position = run = paragraph = 0
    for found in _LINE_OR_CUT.finditer(xml):
        text = xml.rfind("<", 0, found.start())
        if not xml.startswith(("<w:t>", "<w:t "), text) or xml.find(">", text, found.start()) < 0:
            continue
        # Looked for from the last one on, so that a text full of marks is gone through once.
        run = max(xml.rfind("<w:r>", run, text), xml.rfind("<w:r ", run, text))
        paragraph = max(xml.rfind("<w:p>", paragraph, text), xml.rfind("<w:p ", paragraph, text))
        pieces += xml[position : found.start()], _element(xml, run, paragraph, found.group())
        position = found.end()
    return "".join([*pieces, xml[position:]])


def _element(xml: str, run: int, paragraph: int, mark: str) -> str:
    """Return what stands for a mark in the text of a run that begins at `run`."""
    if mark == LINE:
        return f"</w:t><w:br/>{_TEXT}"
    run_format = _format(_IN_RUN, xml, run)
    if mark == TAB:
        return f"</w:t></w:r><w:r>{run_format}<w:tab/></w:r><w:r>{run_format}{_TEXT}"
    page = _PAGE if mark == PAGE else ""
    paragraph_format = _format(_IN_PARAGRAPH, xml, paragraph)
    return f"</w:t></w:r></w:p>{page}<w:p>{paragraph_format}<w:r>{run_format}{_TEXT}"


def _format(pattern: re.Pattern[str], xml: str, start: int) -> str:
    found = pattern.match(xml, start)
    return (found and found["format"]) or ""
