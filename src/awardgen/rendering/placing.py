"""Each tag of a plain part is told where it prints: what stands for a line break in its value depends on that."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from awardgen.rendering.printing import ELSEWHERE, IN_ATTRIBUTE, IN_RUN, IN_WHOLE_RUN

if TYPE_CHECKING:
    from collections.abc import Sequence

# How an element's tag begins, and where its format stands.
_RUN: Final = "<w:r", re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?!</w:rPr>).*?</w:rPr>)?", re.DOTALL)
_PARAGRAPH: Final = "<w:p", re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>(?!</w:pPr>).*?</w:pPr>)?", re.DOTALL)


class Place(StrEnum):
    """Where a tag prints, and so what prints it: in the text of a run, in an attribute, or anywhere else."""

    RUN = IN_WHOLE_RUN
    ATTRIBUTE = IN_ATTRIBUTE
    ELSEWHERE = ELSEWHERE


def place_tags(tree: nodes.Template, places: Sequence[Place], *, breaks_simply: bool) -> None:
    """Have each tag print what fits its place.

    tree: of a plain part, its text canonical XML. places: of the tags, in order. breaks_simply: as
    `awardgen.rendering.shape` says it.
    """
    paragraph_format = run_format = ""
    following = iter(places)
    for output in tree.find_all(nodes.Output):
        for position, node in enumerate(output.nodes):
            if isinstance(node, nodes.TemplateData):
                paragraph_format = _last_format(_PARAGRAPH, node.data, paragraph_format)
                run_format = _last_format(_RUN, node.data, run_format)
                continue
            place = next(following)
            is_cut_simply = place is Place.RUN and breaks_simply
            formats = (paragraph_format, run_format) if is_cut_simply else ()
            output.nodes[position] = nodes.Filter(
                node,
                IN_RUN if is_cut_simply else place.value,
                [nodes.Const(each) for each in formats],
                [],
                None,
                None,
                lineno=node.lineno,
            )


def _last_format(element: tuple[str, re.Pattern[str]], xml: str, before: str) -> str:
    """Return the format of the last such element in a piece of a part, empty where it has none; else the one before."""
    tag, pattern = element
    start = max(xml.rfind(f"{tag}>"), xml.rfind(f"{tag} "))
    found = pattern.match(xml, start) if start >= 0 else None
    return (found[1] or "") if found else before
