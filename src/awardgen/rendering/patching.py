"""From a part's XML with tags to what Jinja reads: {%tr …%} takes the place of its row, and so on.

That is docxtpl's language, and what comes out is what docxtpl makes of the same XML. What hardly any template says is
left to docxtpl itself, which draws in half of python-docx: to load that takes longer than to compile ten templates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LEFT_TO_DOCXTPL: Final = re.compile(r"{%-|-%}|{%\s*hm\s*%}")
_TAG: Final = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)
_TAG_OR_COMMENT: Final = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_TEXT_APART: Final = re.compile(r"</w:t>.*?<w:t(?: [^>]*)?>", re.DOTALL)
_TEXT, _SPACED_TEXT = "<w:t>", '<w:t xml:space="preserve">'
_RUN_TAG: Final = re.compile(r"{{r\s.*?}}|{%r\s.*?%}", re.DOTALL)
_CELL_FORMAT: Final = re.compile(r"<w:tcPr[^>]*>")
_EMPTY_RUN: Final = re.compile(r"<w:r[ >](?:(?!<w:r[ >]).)*<w:t></w:t>.*?</w:r>", re.DOTALL)
# What a tag of a cell's format sets, and what was there before.
_CELL_FORMATS: Final = {
    "colspan": ('<w:gridSpan w:val="{{%s}}"/>', re.compile(r"<w:gridSpan[^/]*/>")),
    "cellbg": ('<w:shd w:val="clear" w:color="auto" w:fill="{{%s}}"/>', re.compile(r"<w:shd[^/]*/>")),
}
_MERGED: Final = re.compile(r"{%\s*vm\s*%}")
_MERGED_TEXT: Final = re.compile(r"(</w:tcPr>.*?<w:t.*?>)(.*?){%\s*vm\s*%}(.*?)(</w:t>)", re.DOTALL)
# The first of the cells that a loop merges downwards has the text.
_MERGED_CELL: Final = (
    r'<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'
    r"\1{% if loop.first %}\2\3{% endif %}\4"
)
_SCOPES: Final = ("tr", "tc", "p", "r")


def patched(xml: str) -> str:
    """Return the source. xml: of a part, each tag in one text, or its closing sign in another of the same paragraph."""
    if _LEFT_TO_DOCXTPL.search(xml):
        return patched_by_docxtpl(xml)
    xml = _TAG_OR_COMMENT.sub(lambda tag: _TEXT_APART.sub("", tag.group()), xml)
    for word in _CELL_FORMATS:
        xml = _with_cell_format(xml, word)
    first, *others = xml.split(_TEXT)
    texts = (f"{_SPACED_TEXT if _TAG.search(each) else _TEXT}{each}" for each in others)
    xml = "".join([first, *texts])
    around = f"</w:t></w:r><w:r>{_SPACED_TEXT}"
    xml = _RUN_TAG.sub(lambda tag: f"{around}{tag.group()}{around}", xml)
    for scope in _SCOPES:
        xml = _in_place_of(scope, re.compile(rf"({{%|{{{{){scope} ([^}}%]*(?:%}}|}}}}))"), xml)
    for scope in _SCOPES[:-1]:
        xml = _in_place_of(scope, re.compile(rf"({{#){scope} ([^}}#]*#}})"), xml)
    xml = _replaced("tc", _MERGED, xml, _merged)
    return _TAG.sub(_unescaped, xml)


def patched_by_docxtpl(xml: str) -> str:
    """Return what docxtpl makes of a part."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - see above

    return str(DocxTemplate("").patch_xml(xml))


def _in_place_of(element: str, tag: re.Pattern[str], xml: str) -> str:
    """Put each tag in place of the element that it stands in. tag: its opening sign and its code are groups."""
    return _replaced(element, tag, xml, lambda _, found, __: f"{found[1]} {found[2]}")


def _with_cell_format(xml: str, word: str) -> str:
    new, old = _CELL_FORMATS[word]

    def formatted(before: str, tag: re.Match[str], behind: str) -> str:
        cell = old.sub("", _EMPTY_RUN.sub("", before + behind), count=1)
        return _CELL_FORMAT.sub(lambda start: start.group() + new % tag[1], cell)

    return _replaced("tc", re.compile(rf"{{%\s*{word}\s+([^%]*)\s*%}}"), xml, formatted)


def _merged(before: str, tag: re.Match[str], behind: str) -> str:
    return _MERGED_TEXT.sub(_MERGED_CELL, f"{before}{tag.group()}{behind}")


def _replaced(
    element: str, tag: re.Pattern[str], xml: str, new: Callable[[str, re.Match[str], str], str]
) -> str:
    """Replace each element in which such a tag stands; of several tags the last counts.

    new: what stands in it before the tag, the tag, and what stands behind it → what takes its place.
    """
    begins, end = re.compile(f"<w:{element}[ >]"), f"</w:{element}>"
    if not tag.search(xml):
        return xml
    pieces: list[str] = []
    position = 0
    while start := begins.search(xml, position):
        following = begins.search(xml, start.end())
        limit = following.start() if following else len(xml)
        closed = [each for each in tag.finditer(xml, start.end(), limit) if xml.find(end, each.end()) >= 0]
        if not closed:
            pieces.append(xml[position:limit])
            position = limit
            continue
        found = closed[-1]
        stop = xml.index(end, found.end()) + len(end)
        replaced = new(xml[start.start() : found.start()], found, xml[found.end() : stop])
        pieces += xml[position : start.start()], replaced
        position = stop
    return "".join([*pieces, xml[position:]])


def _unescaped(tag: re.Match[str]) -> str:
    return tag.group().replace("&lt;", "<").replace("&gt;", ">")
