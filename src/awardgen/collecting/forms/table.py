"""The values in the cells of a form's table: beside their label, under it, behind it in the same cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from awardgen.collecting.forms.labels import is_note
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.collecting.forms.document import FormCell, FormDocument, FormTable, Row
    from awardgen.collecting.forms.plan import FormPlan
    from awardgen.collecting.forms.slot import Slot

_LONGEST_LABEL = 60  # with the white space in it; a longer text is none, however it begins
_TITLE = re.compile(r".{0,40}(?:申报|推荐|登记|审批|呈报)表")


@dataclass
class Found:
    """What was found. unclaimed: texts that belong in no column. pictures: columns that show a picture."""

    values: dict[str, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    unclaimed: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def take_all(self, values: Mapping[str, str]) -> None:
        for column, text in values.items():
            self.take(column, text)

    def take(self, column: str, text: str) -> None:
        """Take a value; of two that stand in a form the first counts."""
        if not text:
            return
        if not self.values.get(column):
            self.values[column] = text
        elif label_key(self.values[column]) != label_key(text):
            self.unclaimed.append(text)

    def join(self, other: Found) -> None:
        self.labels |= other.labels
        self.unclaimed += other.unclaimed
        self.pictures += other.pictures
        self.take_all(other.values)


class TableReader:
    """Reads one table for what a form of this plan would say. found: where it goes."""

    def __init__(self, document: FormDocument, plan: FormPlan, found: Found) -> None:
        self._document = document
        self._plan = plan
        self._found = found
        self._beside: dict[tuple[int, int], _Beside] = {}
        self._waiting: dict[int, Slot] = {}  # column → what is to come below a label
        self._typed_into_labels: list[tuple[str, str]] = []
        self._explained: list[tuple[Slot, str]] = []

    def read(self, table: FormTable) -> None:
        for number, row in enumerate(table.rows):
            following = table.rows[number + 1] if number + 1 < len(table.rows) else ()
            if self._is_header(row, following):
                for cell in row:
                    self._await(cell, self._plan.slots[_key(cell)])
            else:
                awaited = dict(self._waiting)
                self._read_row([*reversed(row)] if self._is_mirrored(row) else row)
                self._give_up(awaited)
        for each in self._beside.values():
            self._take(each.slot, each.lines, has_picture=each.has_picture)
        # What was taken for an explanation may be the value, where there is no other.
        self._found.unclaimed += [
            text for slot, text in self._explained if slot.text and slot.text not in self._found.values
        ]
        for key, text in self._typed_into_labels:
            if key in self._found.labels:
                self._found.unclaimed.append(text)
            else:
                rest = self._plan.own_labels.at_start(text)
                self._found.labels.add(key)
                self._take(self._plan.slots[key], rest[1].split("\n") if rest else [])

    def read_lines(self, lines: Sequence[str]) -> list[str]:
        """Read lines that have labels and their values in them; return those before the first label."""
        before, labelled = self._plan.labels.split(lines)
        for each in labelled:
            self._found.labels.add(each.key)
            self._take(self._plan.slots[each.key], each.lines)
        return before

    def _read_row(self, row: Sequence[FormCell]) -> None:
        unclaimed: list[FormCell] = []
        label: FormCell | None = None
        for index, cell in enumerate(row):
            following = row[index + 1] if index + 1 < len(row) else None
            waiting = self._waiting.get(cell.column)
            slot = self._slot_of(cell, following)
            if label is not None:
                self._beside[label.place].add(cell, self._document)
                label = None
            elif cell.goes_on:
                label = cell if cell.place in self._beside else None
            elif waiting is not None and (waiting.is_under_label or slot is None):
                self._take(self._waiting.pop(cell.column), self._document.lines_of(cell))
            elif slot is None:
                if not self._read_within(cell, following):
                    unclaimed.append(cell)
            elif slot.is_under_label or following is None:
                self._await(cell, slot)
            else:
                self._found.labels.add(self._label_of(cell))
                self._beside[cell.place] = _Beside(slot)
                if _key(cell) not in self._plan.slots and self._is_news(cell.text):
                    self._explained.append((slot, cell.text))
                label = cell
        self._leave(unclaimed)

    def _await(self, cell: FormCell, slot: Slot) -> None:
        self._found.labels.add(self._label_of(cell))
        self._waiting[cell.column] = slot

    def _give_up(self, awaited: Mapping[int, Slot]) -> None:
        """Await no longer what did not come in the row below its label, unless the template has it there."""
        for column, slot in awaited.items():
            if self._waiting.get(column) is slot and not slot.is_under_label:
                del self._waiting[column]

    def _take(self, slot: Slot, lines: Sequence[str], *, has_picture: bool = False) -> None:
        self._found.take_all(slot.read(lines))
        if has_picture and slot.text and slot.text not in self._found.values:
            self._found.pictures.append(slot.text)

    def _label_of(self, cell: FormCell) -> str:
        if (key := _key(cell)) in self._plan.slots:
            return key
        found = self._plan.own_labels.at_start(cell.text)
        return found[0] if found else ""

    def _slot_of(self, cell: FormCell, following: FormCell | None) -> Slot | None:
        """Return what belongs to a label; an explanation behind it does not count."""
        if slot := self._plan.slots.get(_key(cell)):
            return slot
        if following is None or not _key(cell):
            return None
        found = self._plan.own_labels.at_start(cell.text)
        return self._plan.slots[found[0]] if found and is_note(found[1]) else None

    def _read_within(self, cell: FormCell, following: FormCell | None) -> bool:
        """Read a cell that holds its label too; tell whether it does."""
        labelled = len(self._found.labels)
        before = self.read_lines(cell.lines)
        if len(self._found.labels) > labelled:
            self._found.unclaimed += [each for each in before if self._is_news(each)]
            return True
        found = self._plan.own_labels.at_start(cell.text)
        if found is None:
            return False
        has_value_beside = following is not None and _key(following) not in self._plan.slots
        if has_value_beside and following is not None and not _is_empty(following):
            return False
        self._typed_into_labels.append((found[0], cell.text))
        return True

    def _is_header(self, row: Row, following: Row) -> bool:
        """Tell whether all the labels stand in one row, and their values in the next."""
        keys = [_key(cell) for cell in row]
        return (
            len(row) > 1
            and len(set(keys)) == len(keys)
            and all(key in self._plan.slots for key in keys)
            and [cell.column for cell in row] == [cell.column for cell in following]
            and not any(_key(cell) in self._plan.slots for cell in following)
        )

    def _is_mirrored(self, row: Row) -> bool:
        """Tell whether each label of a row stands right of its value."""
        values, labels = row[::2], row[1::2]
        return (
            len(values) == len(labels) > 0
            and all(self._is_beside(cell) for cell in labels)
            and not any(_key(cell) in self._plan.slots or cell.goes_on for cell in values)
            and not any(_key(cell) and _key(cell) in self._plan.printed for cell in values)
            and not any(cell.column in self._waiting for cell in row)
        )

    def _is_beside(self, cell: FormCell) -> bool:
        key = _key(cell)
        return key in self._plan.sure and not self._plan.slots[key].is_under_label

    def _leave(self, cells: Sequence[FormCell]) -> None:
        """Note what nobody claims; a label of which nothing is said is nothing."""
        texts = [" ".join(cell.text.split()) for cell in cells]
        told = [text for text in texts if self._is_news(text)]
        is_lone_label = len(told) == 1 < len(texts) and texts[texts.index(told[0]) + 1 :][:1] == [""]
        if told and not is_lone_label:
            self._found.unclaimed.append("：".join(told))

    def _is_news(self, text: str) -> bool:
        key = label_key(text)
        return bool(key) and key not in self._plan.printed and not _TITLE.fullmatch(key)


@dataclass
class _Beside:
    """What stands beside a label; a cell that was split goes on below."""

    slot: Slot
    lines: list[str] = field(default_factory=list)
    has_picture: bool = False

    def add(self, cell: FormCell, document: FormDocument) -> None:
        if not cell.goes_on:
            self.lines += document.lines_of(cell)
            self.has_picture = self.has_picture or cell.has_picture


def _key(cell: FormCell) -> str:
    text = cell.text
    return _short_key(text) if len(text) <= _LONGEST_LABEL else ""


@lru_cache(maxsize=4096)  # each label stands in every form
def _short_key(text: str) -> str:
    return label_key(text)


def _is_empty(cell: FormCell) -> bool:
    return not cell.text.strip()
