"""What the documents of the archive can say: its items, its boxes, and the settings of the sheet 归档."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgen.documents.blank import BLANK
from awardgen.documents.item import Item
from awardgen.documents.printing import printable
from awardgen.rendering import tag_name
from awardgen.workbook import ARCHIVE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgen.campaign import ArchiveSettings, Value

ITEM_LIST, BOX_LIST = "归档列表", "盒列表"
ITEM_NAMES: Final = (
    "序号",
    "件号",
    "档号",
    "文号",
    "责任者",
    "题名",
    "日期",
    "密级",
    "页数",
    "备注",
    "盒号",
)
"""The columns of an item (件), in the order of DA/T 22-2015, 5.5."""
BOX_NAMES: Final = ("盒号", "起件号", "止件号", "件数", "页数", "说明")
TOTAL_NAMES: Final = ("保管期限代码", "起件号", "止件号", "件数", "总页数")


@dataclass(frozen=True, slots=True)
class BoxRows:
    """A box (盒). values: its columns. items: those in it."""

    values: Mapping[str, Value]
    items: Sequence[Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class ArchiveRows:
    """What stands in the catalogue. settings: the sheet 归档 with every default filled in. totals: TOTAL_NAMES."""

    settings: Mapping[str, Value]
    totals: Mapping[str, Value]
    boxes: Sequence[BoxRows]


def archive_names(settings: ArchiveSettings) -> frozenset[str]:
    """Return the names that only documents of the archive can use."""
    items = (*(each.header for each in ARCHIVE.settings), *settings.values)
    return frozenset((*map(tag_name, items), *TOTAL_NAMES, ITEM_LIST, BOX_LIST))


def archive_fields(rows: ArchiveRows) -> dict[str, Any]:
    """Return the values of these names."""
    boxes, listed = [], []
    for box in rows.boxes:
        items = [_item(each, ITEM_NAMES, "题名") for each in box.items]
        listed += items
        row = _item(box.values, BOX_NAMES, "盒号")
        row.add({ITEM_LIST: items})
        boxes.append(row)
    return {
        **{tag_name(item): printable(value) for item, value in rows.settings.items()},
        **{name: printable(rows.totals.get(name)) for name in TOTAL_NAMES},
        ITEM_LIST: listed,
        BOX_LIST: boxes,
    }


def sample_archive(
    settings: ArchiveSettings, *, rows: int, text: str, number: int, is_empty: bool
) -> dict[str, Any]:
    """Return such values made up. is_empty: nothing stands where nothing need stand."""
    numbers = {"序号", "页数", "件数", "总页数"}

    def filled(names: Sequence[str]) -> dict[str, Any]:
        return {name: number if name in numbers else text for name in names}

    may_be_empty = {"文号", "日期", "密级", "备注"} if is_empty else set()
    item = {**filled(ITEM_NAMES), **dict.fromkeys(may_be_empty, BLANK)}
    items = [Item(item, str(text)) for _ in range(rows)]
    box = Item({**filled(BOX_NAMES), ITEM_LIST: items}, str(text))
    own = {
        tag_name(name): (BLANK if is_empty else text) if value is None else printable(value)
        for name, value in settings.values.items()
    }
    empty = dict.fromkeys(archive_names(settings), BLANK)
    return {**empty, **own, **filled(TOTAL_NAMES), ITEM_LIST: items, BOX_LIST: [box] * min(rows, 2)}


def _item(values: Mapping[str, Value], names: Sequence[str], printed: str) -> Item:
    return Item({name: printable(values.get(name)) for name in names}, str(values.get(printed) or ""))
