"""Line breaks, tabs, paragraphs and pages inside values become Word's elements."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from awardgen.rendering.locate import PARAGRAPH as PARAGRAPH_TAG
from awardgen.rendering.locate import RUN, TEXT, WORD
from awardgen.rendering.values import LINE, PAGE, PARAGRAPH, TAB

if TYPE_CHECKING:
    from lxml.etree import _Element

# Plain line ends and tabs stand in finished XML such as docxtpl's RichText.
_MARK: Final = re.compile(f"([{LINE}{TAB}{PARAGRAPH}{PAGE}\n\t])")
_RUN_FORMAT: Final = f"{WORD}rPr"
_PARAGRAPH_FORMAT: Final = f"{WORD}pPr"
_SECTION: Final = f"{WORD}sectPr"
_CONTROL: Final = f"{WORD}sdt"
_CONTROL_FORMAT: Final = f"{WORD}sdtPr"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def resolve_breaks(root: _Element) -> None:
    """Turn every mark in the texts below `root` into the element it stands for."""
    for text in list(root.iter(TEXT)):
        if text.text and _MARK.search(text.text):
            _resolve(text)


def _resolve(text: _Element) -> None:
    first, *rest = _MARK.split(text.text or "")
    run = text.getparent()
    paragraph = next(text.iterancestors(PARAGRAPH_TAG), None)
    if run is None or run.tag != RUN or paragraph is None:
        return  # no place for an element; the mark ends as white space
    text.text = first
    for mark, following in zip(rest[::2], rest[1::2], strict=True):
        if mark in (LINE, "\n"):
            text = _after_line_break(text, following)
        elif mark in (TAB, "\t"):
            text = _after_tab(text, following)
        else:
            text = _in_new_paragraph(text, following, page=mark == PAGE)


def _new_text(content: str) -> _Element:
    text = etree.Element(TEXT, {_SPACE: "preserve"})
    text.text = content
    return text


def _after_line_break(text: _Element, following: str) -> _Element:
    line_break, new = etree.Element(f"{WORD}br"), _new_text(following)
    text.addnext(line_break)
    line_break.addnext(new)
    return new


def _after_tab(text: _Element, following: str) -> _Element:
    """Give the tab, and what follows it, a run of its own: docxtpl's shape."""
    run = text.getparent()
    assert run is not None  # noqa: S101 - _resolve has looked
    tab_run, next_run = _shell(run), _shell(run)
    etree.SubElement(tab_run, f"{WORD}tab")
    new = _new_text(following)
    next_run.append(new)
    _move_following(text, next_run)
    run.addnext(tab_run)
    tab_run.addnext(next_run)
    return new


def _in_new_paragraph(text: _Element, following: str, *, page: bool) -> _Element:
    """Cut the paragraph after `text`, through whatever the run stands in (a link, a content control)."""
    new = _new_text(following)
    before, moved = text, new
    for ancestor in list(text.iterancestors()):
        shell = _shell(ancestor)
        shell.append(moved)
        _move_following(before, shell)
        before, moved = ancestor, shell
        if ancestor.tag == PARAGRAPH_TAG:
            break
    _leave_section_to_last(before)
    before.addnext(moved)
    if page:
        page_paragraph = etree.Element(PARAGRAPH_TAG)
        page_run = etree.SubElement(page_paragraph, RUN)
        etree.SubElement(page_run, f"{WORD}br", {f"{WORD}type": "page"})
        before.addnext(page_paragraph)
    return new


def _move_following(element: _Element, target: _Element) -> None:
    for sibling in list(element.itersiblings()):
        target.append(sibling)


def _shell(element: _Element) -> _Element:
    """Return an element like this one, with its format and nothing in it."""
    shell = etree.Element(element.tag)
    if element.tag not in (RUN, PARAGRAPH_TAG):  # their attributes are identities, which must not repeat
        for name, value in element.items():
            shell.set(name, value)
    for child in element:
        if child.tag in (_RUN_FORMAT, _PARAGRAPH_FORMAT, _CONTROL_FORMAT) and len(child):
            shell.append(deepcopy(child))
    if element.tag == _CONTROL:
        for identity in shell.findall(f"{_CONTROL_FORMAT}/{WORD}id"):
            identity.getparent().remove(identity)  # type: ignore[union-attr]
    return shell


def _leave_section_to_last(paragraph: _Element) -> None:
    """Take the section format away: it ends its section where it stands, now in the new paragraph."""
    paragraph_format = paragraph.find(_PARAGRAPH_FORMAT)
    if paragraph_format is not None:
        for section in paragraph_format.findall(_SECTION):
            paragraph_format.remove(section)
