"""Content controls as LibreOffice leaves them: what stood in one once, stands there again and again.

A control around a whole paragraph or cell is saved as several controls or fields with the same text, and what was
in the control's other runs between them (so does 7.4, in .docx and .doc).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from awardgen.word_text import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

_LEAST = 3  # repetitions, as LibreOffice makes them
_OF_CONTROLS = ("FILLIN", "FORMTEXT")

Controlled = tuple[int, int, "_Element"]
"""A paragraph that has controls: its first line, the line behind it, and its XML."""


def has_controls(paragraph: _Element) -> bool:
    """Tell whether a paragraph has controls or fields in it."""
    return next(paragraph.iter("{*}sdt", "{*}instrText"), None) is not None


def without_repetitions(lines: list[str], controlled: Sequence[Controlled]) -> list[str]:
    """Return the lines of a cell, what was repeated in them once: within a paragraph, or over several of them."""
    mended = [*lines]
    is_mended = False
    for start, end, element in reversed(controlled):
        once = _once("".join(lines[start:end]), [element])
        if once is not None:
            mended[start:end] = [once]
            is_mended = True
    if controlled and not is_mended:
        start, end = controlled[0][0], controlled[-1][1]
        once = _once("".join(lines[start:end]), [each for _, _, each in controlled])
        if once is not None:
            mended[start:end] = [once]
    return mended


def _once(text: str, paragraphs: Iterable[_Element]) -> str | None:
    """Return a text with what its controls repeat in it once, None where they do not."""
    texts = [each for each in _control_texts(paragraphs) if each.strip()]
    if len(texts) < _LEAST:
        return None
    before, *between, behind = text.split(texts[-1])
    # Between them stand the control's runs, but for the first now and then.
    if len(between) + 1 < _LEAST or not texts[-1].endswith("".join(between)):
        return None
    return before + texts[-1] + behind


def _control_texts(paragraphs: Iterable[_Element]) -> list[str]:
    """Return the texts of content controls, and what fields that stand for them show."""
    texts: list[str] = []
    result: list[str] | None = None
    is_control = False
    for element in chain.from_iterable(each.iter() for each in paragraphs):
        name = name_of(element)
        if name == "sdt":
            texts.append("".join(each.text or "" for each in element.iter("{*}t")))
        elif name == "instrText":
            is_control = any(word in (element.text or "") for word in _OF_CONTROLS)
        elif name == "fldChar":
            attributes = element.attrib.items()
            kind = next((str(value) for key, value in attributes if str(key).endswith("}fldCharType")), "")
            if result is not None and is_control:  # its end may stand in a paragraph of its own
                texts.append("".join(result))
            result = [] if kind == "separate" else None
        elif name == "t" and result is not None:
            result.append(element.text or "")
    if result is not None and is_control:
        texts.append("".join(result))
    return texts
