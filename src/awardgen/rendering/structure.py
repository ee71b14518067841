"""Where tags may stand: what a {%p, {%tr or {%tc tag takes away, and what a loop or condition may reach across."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.rendering.faults import FaultKind, fault_at
from awardgen.rendering.locate import CELL, PARAGRAPH, ROW, RUN, TABLE, UNITS
from awardgen.rendering.paths import way_down
from awardgen.rendering.syntax import CELL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.pairing import Pairs
    from awardgen.rendering.source import PlacedTag

_SCOPES: Final = {"p": "段", "tr": "行", "tc": "格"}
_CONTAINERS: Final = {"p": PARAGRAPH, "tr": ROW, "tc": CELL, "r": RUN}
_OUTSIDE: Final = {"p": "段落里", "tr": "表格的行里", "tc": "表格的格里", "r": "文字里"}
_BOUNDS: Final = {"tr": (TABLE, *UNITS), "tc": (ROW, TABLE, *UNITS)}
_BOUNDS_OF_TEXT: Final = (CELL, ROW, TABLE, *UNITS)


def scope_faults(tags: Sequence[PlacedTag], pairs: Pairs) -> Iterator[TemplateFault]:
    """Yield a fault for each {%tr whose partner is a {%p or the like."""
    for opened, placed in _paired(tags, pairs):
        if opened.tag.scope != placed.tag.scope:
            message = (
                f"“{placed.typed}”与前面的“{opened.typed}”不成一对；"
                f"两者要同写“{{%{opened.tag.scope}”，或同写“{{%{placed.tag.scope}”"
            )
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def place_faults(tags: Sequence[PlacedTag]) -> Iterator[TemplateFault]:
    """Yield a fault for each tag that stands for its row, cell or paragraph and stands in none."""
    for placed in tags:
        scope = placed.tag.scope
        if scope and placed.tag.kind != "{#" and not placed.is_meant and _container(placed) is None:
            sign = f"{placed.tag.kind}{scope} …"
            message = f"“{placed.typed}”不在{_OUTSIDE[scope]}；“{sign}”只能写在{_OUTSIDE[scope]}"
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)
        is_of_cell = placed.tag.word in CELL_WORDS and not placed.is_meant
        if is_of_cell and next(placed.first.iterancestors(CELL), None) is None:
            message = f"“{placed.typed}”不在表格的格里；“{{% {placed.tag.word} %}}”只能写在表格的格里"
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def reach_faults(tags: Sequence[PlacedTag], pairs: Pairs) -> Iterator[TemplateFault]:
    """Yield a fault for each loop or condition that ends in another cell or row, or out of a link, than it began."""
    for opened, placed in _paired(tags, pairs):
        if opened.tag.scope != placed.tag.scope:
            continue
        first = opened.last if not opened.tag.scope else _container(opened)
        last = placed.first if not placed.tag.scope else _container(placed)
        if first is None or last is None:
            continue
        down, up = way_down(last, first), way_down(first, last)
        if set(_BOUNDS.get(opened.tag.scope, _BOUNDS_OF_TEXT)).intersection((*down, *up)):
            message = (
                f"“{placed.typed}”与前面的“{opened.typed}”（{opened.spot.place}）不在同一格里；"
                "要让整格重复或去掉，请都写“{%tc”，整行的请都写“{%tr”，并各占一格或一行"
            )
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)
        elif down != up:
            message = (
                f"“{placed.typed}”与前面的“{opened.typed}”（{opened.spot.place}）一个在里面、一个在外面"
                "（如超链接、文本框、内容控件、修订的文字），请移到同一处"
            )
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def lost_text_faults(
    tags: Sequence[PlacedTag],
    text_beside_tags: Mapping[_Element, str],
    text_in_runs: Sequence[tuple[PlacedTag, str]],
) -> Iterator[TemplateFault]:
    """Yield a fault for each text that goes with the paragraph, row or cell of a {%p, {%tr or {%tc tag."""
    told: set[_Element] = set()
    for placed in tags:
        container = _container(placed) if placed.tag.scope in _SCOPES else None
        if container is None or placed.tag.kind == "{#" or placed.is_meant or container in told:
            continue
        lost = [text_beside_tags.get(each, "") for each in container.iter(PARAGRAPH)]
        beside = [each for each in tags if each is not placed and each.tag.kind != "{#"]
        lost += [each.typed for each in beside if _is_inside(each, container)]
        if text := " ".join("".join(lost).split()):
            told.add(container)
            scope = _SCOPES[placed.tag.scope]
            message = f"“{placed.typed}”所在的整{scope}会被它取代，同{scope}的“{text[:20]}”会丢失；请让它独占一{scope}"
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)
    for placed, beside_it in text_in_runs:
        if text := " ".join(beside_it.split()):
            message = (
                f"“{placed.typed}”会取代格式与它相同的前后文字，“{text[:20]}”会丢失；请写成不带“r”的标签"
            )
            yield fault_at(placed.spot, FaultKind.STRUCTURE, message)


def _paired(tags: Sequence[PlacedTag], pairs: Pairs) -> Iterator[tuple[PlacedTag, PlacedTag]]:
    for number, partners in pairs.partners.items():
        for partner in partners:
            if not tags[number].is_meant and not tags[partner].is_meant:
                yield tags[number], tags[partner]


def _is_inside(placed: PlacedTag, container: _Element) -> bool:
    paragraph = placed.paragraph
    return paragraph is not None and (paragraph is container or container in paragraph.iterancestors())


def _container(placed: PlacedTag) -> _Element | None:
    if placed.paragraph is None:
        return None
    tag = _CONTAINERS[placed.tag.scope]
    return next((each for each in placed.first.iterancestors(tag)), None)
