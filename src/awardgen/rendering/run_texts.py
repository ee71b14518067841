"""The text of a paragraph and the elements that its characters stand in: read as one, written back apart."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from awardgen.rendering.values import encode_template_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from awardgen.rendering.dialect import Tag


class Elements:
    """Which element each character of a paragraph's text stands in."""

    def __init__(self, texts: list[tuple[_Element | None, str]]) -> None:
        self._starts: list[int] = []
        self._elements: list[_Element] = []
        position = 0
        for element, content in texts:
            if element is not None and content:
                self._starts.append(position)
                self._elements.append(element)
            position += len(content)

    def at(self, position: int) -> _Element:
        return self._elements[bisect_right(self._starts, position) - 1]

    def beside(self, text: str, start: int, end: int) -> str:
        """Return what stands before and behind a tag in the runs in which it begins and ends."""
        first, last = self.at(start).getparent(), self.at(end - 1).getparent()
        before = [
            each
            for each, element in zip(self._starts, self._elements, strict=True)
            if element.getparent() is first
        ]
        behind = [
            each
            for each, element in zip([*self._starts[1:], len(text)], self._elements, strict=True)
            if element.getparent() is last
        ]
        return text[before[0] : start] + text[end : behind[-1]]


Piece = tuple[int, int, str | None, bool]


def cut(text: str, tags: list[tuple[Tag, str, bool]]) -> Iterator[Piece]:
    """Cut a text into (start, end, new text of a tag or None for what is no tag, whether it is to stay whole)."""
    position = 0
    for tag, new, is_whole in tags:
        yield position, tag.start, None, False
        yield tag.start, tag.end, new, is_whole
        position = tag.end
    yield position, len(text), None, False


def write_back(texts: list[tuple[_Element | None, str]], pieces: list[Piece]) -> None:
    """Write the pieces into the elements that their characters came from.

    A tag goes into the element where it began, its closing sign into the one where it ended: docxtpl
    then joins the two as it always does. Where that would tear an element apart, such as a link that begins
    within the tag, the whole tag goes where it began.
    """
    spans, position = [], 0
    for element, content in texts:
        spans.append((position, position + len(content), element))
        position += len(content)
    for first, last, element in spans:
        if element is None:
            continue
        result = []
        for start, end, new, is_whole in pieces:
            if start >= last or end <= first:
                continue
            text = (element.text or "")[max(start, first) - first : min(end, last) - first]
            if new is None:
                result.append(encode_template_text(text))
                continue
            if first <= start:
                result.append(new if is_whole else new[:-2])
            if end <= last and not is_whole:
                result.append(new[-2:])
        element.text = "".join(result)
