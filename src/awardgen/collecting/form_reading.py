"""The values that a returned form shows, by the column they belong in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.collecting.form_document import FormCell, FormDocument, FormTable
    from awardgen.collecting.form_plan import FormPlan, Line, Slot

LEAST_LABELS = 2
"""A table with fewer of a form's labels is no form."""
SUMMARY, WRITE_UP = "主要事迹", "事迹材料"
_ELSEWHERE = re.compile(
    r"[（(]?(?:详?见附[件页表]?|见?附[后件]|另附|附[页件]|见后|见下|如下|略)[^，。]{0,12}[)）]?[。.]?"
)
_STAMP = re.compile(r"[（(]?(?:单位|集团|工会|小组|部门)*(?:公?章|盖章|签章|签字|签名)(?:处)?[)）]?:?")
_STORY_TITLE = re.compile(r".{0,30}事迹(?:材料|简介|摘要)?:?")
_LONG_STORY = 150
_LONGEST_LABEL = 60  # with the white space in it; a longer text is none, however it begins
_SMALL_PRINT = re.compile(r"(?:注|说明|备注|填表说明|附注)\d*[:：]")


@dataclass(frozen=True, slots=True)
class FormValues:
    """What one table of a file says.

    values: column → text as shown, only what is filled in. labels: how many of the form's own labels it has.
    table: which of the file's tables it is, from 0.
    """

    values: Mapping[str, str]
    labels: int
    table: int


@dataclass
class _Found:
    values: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)

    def take(self, column: str, text: str) -> None:
        """Take a value; of two that stand in a form the first counts."""
        if text and not self.values.get(column):
            self.values[column] = text


def read_forms(document: FormDocument, plan: FormPlan) -> list[FormValues]:
    """Return what each table says that has the labels of the form."""
    forms: list[FormValues] = []
    for number, table in enumerate(document.tables):
        found = _Found()
        _read_table(table, plan.slots, found)
        if len(found.labels) < LEAST_LABELS:
            continue
        _read_lines(document.lines, plan.outside, found)
        _take_story(document, table, found)
        forms.append(FormValues(found.values, len(found.labels & plan.sure) or len(found.labels), number))
    return forms


def _read_table(table: FormTable, slots: Mapping[str, Slot], found: _Found) -> None:
    below: dict[int, tuple[str, Slot]] = {}
    for row in table.rows:
        waiting: tuple[str, Slot] | None = None
        for index, cell in enumerate(row):
            if waiting is not None:
                _take_cell(cell, waiting[1], found)
                waiting = None
                continue
            text = cell.text
            key = label_key(text) if len(text) <= _LONGEST_LABEL else ""
            slot = slots.get(key)
            if slot is None:
                if cell.column in below:
                    _take_cell(cell, below.pop(cell.column)[1], found)
                else:
                    _take_inline(cell, slots, found)
                continue
            found.labels.add(key)
            if slot.is_under_label or index + 1 == len(row):
                below[cell.column] = (key, slot)
            else:
                waiting = (key, slot)


def _take_cell(cell: FormCell, slot: Slot, found: _Found) -> None:
    lines = [*cell.lines]
    while lines and _is_blank(lines[-1]):
        lines.pop()
    while lines and _is_blank(lines[0]):
        lines.pop(0)
    if slot.above or slot.below:
        lines = [line for line in lines if not _STAMP.fullmatch(label_key(line[:_LONGEST_LABEL]))]
    for line in slot.above:
        if lines and _take_line(lines[0], line, found):
            lines.pop(0)
    for line in reversed(slot.below):
        while lines and _is_blank(lines[-1]):
            lines.pop()
        if lines and _take_line(lines[-1], line, found):
            lines.pop()
    if slot.text is not None:
        found.take(slot.text, "\n".join(lines).strip())


def _is_blank(line: str) -> bool:
    return not label_key(line[:_LONGEST_LABEL])


def _take_line(text: str, line: Line, found: _Found) -> bool:
    match = line.pattern.fullmatch(text)
    if match is None:
        return False
    for index, column in enumerate(line.columns):
        value = match[f"v{index}"].strip()
        found.take(column, "" if label_key(value) in {"年月日", "年月号"} else value)
    return True


def _take_inline(cell: FormCell, slots: Mapping[str, Slot], found: _Found) -> None:
    """Take the value of a cell that holds its label too (岗位名称：东苑食堂)."""
    for text in cell.lines:
        label, colon, value = text.replace(":", "：").partition("：")
        if len(label) > _LONGEST_LABEL:
            continue
        slot = slots.get(label_key(label))
        if colon and slot is not None and slot.text is not None:
            found.labels.add(label_key(label))
            found.take(slot.text, value.strip())


def _read_lines(lines: Iterable[str], outside: Sequence[Line], found: _Found) -> None:
    for line in outside:
        for text in lines:
            if label_key(text) and _take_line(text, line, found):
                break


def _take_story(document: FormDocument, table: FormTable, found: _Found) -> None:
    """Take a write-up that was put under the table instead of into it."""
    in_table = found.values.get(SUMMARY, "")
    is_elsewhere = not in_table or _ELSEWHERE.fullmatch(in_table.strip())
    following = next((each.before for each in document.tables if each.before > table.before), None)
    lines = [line.rstrip() for line in document.lines[table.before : following]]
    titled = next((at for at, line in enumerate(lines) if _STORY_TITLE.fullmatch(label_key(line))), None)
    story = lines[titled + 1 :] if titled is not None else lines
    story = [line for line in story if not _SMALL_PRINT.match(line.strip())]
    text = "\n".join(story).strip()
    if titled is None and len(text) < _LONG_STORY:
        return
    if not text:
        return
    if is_elsewhere:
        found.values.pop(SUMMARY, None)
        found.values[SUMMARY] = text
    else:
        found.take(WRITE_UP, text)
