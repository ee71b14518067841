"""The values that a returned form shows, by the column they belong in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.collecting.forms.table import Found, TableReader
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.collecting.forms.document import FormDocument
    from awardgen.collecting.forms.plan import FormPlan

LEAST_LABELS = 2
"""A table with fewer of a form's labels is no form."""
SUMMARY, WRITE_UP = "主要事迹", "事迹材料"
_ELSEWHERE = re.compile(
    r"[（(]?(?:详?见附[件页表]?|见?附[后件]|另附|附[页件]|见后|见下|如下|略)[^，。]{0,12}[)）]?[。.]?"
)
_STORY_TITLE = re.compile(r".{0,30}事迹(?:材料|简介|摘要)?:?")
_LONG_STORY = 150
_STORY_OF_EMPTY_BOX = 40  # where the form's own box is empty, less is needed to know what it is
_LONGEST_HEAD = 60
_SMALL_PRINT = re.compile(r"(?:注|说明|备注|填表说明|附注)\d*[:：]")
_LONGEST_SMALL_PRINT = 100


@dataclass(frozen=True, slots=True)
class FormValues:
    """What one form in a file says.

    values: column → text as shown, only what is filled in. labels: how many of the form's own labels it has.
    table: the first of its tables, from 0; None where it is a text without tables. unclaimed: texts in its tables
    that belong in no column. pictures: columns that show a picture.
    """

    values: Mapping[str, str]
    labels: int
    table: int | None
    unclaimed: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass
class _Part:
    """A form while it is read: a page break or a hand may have cut its table in two."""

    tables: list[int]
    found: Found = field(default_factory=Found)


def read_forms(document: FormDocument, plan: FormPlan) -> list[FormValues]:
    """Return what each form says that has the labels of this one."""
    parts: list[_Part] = []
    for number, table in enumerate(document.tables):
        found = Found()
        TableReader(document, plan, found).read(table)
        outer = next((each for each in parts if table.inside in each.tables), None)
        if outer is not None:
            if len(found.labels) > len(outer.found.labels):  # the outer one is the mail's
                found.join(outer.found)
                outer.tables, outer.found = [number], found
        elif parts and _goes_on(parts[-1].found, found, plan):
            parts[-1].tables.append(number)
            parts[-1].found.join(found)
        elif found.labels:
            parts.append(_Part([number], found))
    forms = [each for each in parts if len(each.found.labels) >= LEAST_LABELS]
    if not forms:
        return _text_form(document, plan)
    return [_values(document, plan, each) for each in forms]


def _goes_on(found: Found, following: Found, plan: FormPlan) -> bool:
    return bool(following.labels) and following.labels <= plan.sure - found.labels


def _values(document: FormDocument, plan: FormPlan, part: _Part) -> FormValues:
    found = part.found
    _read_lines(document, plan, part, found)
    _take_story(document, plan, part, found)
    labels = len(found.labels & plan.sure) or len(found.labels)
    return FormValues(found.values, labels, part.tables[0], tuple(found.unclaimed), tuple(found.pictures))


def _text_form(document: FormDocument, plan: FormPlan) -> list[FormValues]:
    """Return a form whose tables were lost on the way, so that its labels stand in lines of text."""
    found = Found()
    lines = [line for line in document.lines if line.strip()]
    TableReader(document, plan, found).read_lines(lines)
    if len(found.labels & plan.sure) * 2 <= max(len(plan.sure), LEAST_LABELS * 2):
        return []
    return [FormValues(found.values, len(found.labels & plan.sure), None)]


def _read_lines(document: FormDocument, plan: FormPlan, part: _Part, found: Found) -> None:
    """Read what stands outside the form's tables."""
    before, behind = document.around(part.tables[0])
    lines = [*before, *behind]
    for line in plan.outside:
        for text in lines:
            if label_key(text) and (said := line.read(text)) is not None:
                found.take_all(said)
                break
    head = Found()
    TableReader(document, plan, head).read_lines([line for line in before if len(line) <= _LONGEST_HEAD])
    for column, text in head.values.items():  # where the table says it too, that counts
        found.values.setdefault(column, text.partition("\n")[0])
    boxed = [document.lines[at] for at in sorted(document.boxed)]
    found.unclaimed += [
        text for text in boxed if label_key(text) and label_key(text) not in plan.printed and text in lines
    ]


def _take_story(document: FormDocument, plan: FormPlan, part: _Part, found: Found) -> None:
    """Take a write-up that was put under or above the table instead of into it."""
    in_table = found.values.get(SUMMARY, "")
    is_elsewhere = not in_table or _ELSEWHERE.fullmatch(in_table.strip()) is not None
    before, behind = document.around(part.tables[0])[0], document.around(part.tables[-1])[1]
    for lines in (behind, before) if is_elsewhere else (behind,):
        text = _story(lines, plan, _STORY_OF_EMPTY_BOX if not in_table and lines is behind else _LONG_STORY)
        if text:
            found.values[SUMMARY if is_elsewhere else WRITE_UP] = text
            found.unclaimed = [each for each in found.unclaimed if each not in text]
            return


def _story(lines: Sequence[str], plan: FormPlan, least: int) -> str:
    told = [
        line.rstrip() for line in lines if not label_key(line) or label_key(line) not in plan.printed_outside
    ]
    titled = next((at for at, line in enumerate(told) if _STORY_TITLE.fullmatch(label_key(line))), None)
    story = told[titled + 1 :] if titled is not None else told
    while story and _is_small_print(story[-1]):
        story.pop()
    while story and _is_small_print(story[0]):
        story.pop(0)
    text = "\n".join(story).strip()
    return text if titled is not None or len(text) >= least else ""


def _is_small_print(line: str) -> bool:
    return not line.strip() or (
        len(line) <= _LONGEST_SMALL_PRINT and _SMALL_PRINT.match(line.strip()) is not None
    )
