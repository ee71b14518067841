"""A value → what the XML of a cell holds of it, or why a cell cannot hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from awardgen.sheet_editing.errors import UnstorableValueError

if TYPE_CHECKING:
    from awardgen.sheet_editing.errors import Spot

Value = str | Decimal | int | date | None
"""What a cell can be set to: a text, a number, a day (or a datetime without a time zone), or nothing."""

_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK: Final = re.compile("\r\n?")
_LIKE_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST: Final = 32_767  # UTF-16 units, as Excel counts
_MOST_DIGITS: Final = 15  # that Excel keeps
_FARTHEST: Final = 307  # powers of ten, up and down
_PLAIN_DOWN, _PLAIN_UP = -7, 21  # powers of ten that are written without an exponent
_AS_TEXT: Final = "请改成文字再填。"
# Excel takes 1900 for a leap year and others do not: before March they disagree about every day.
_FIRST_DAY: Final = date(1900, 3, 1)
# Serial 0, the first of January, is read as midnight without a day.
_FIRST_DAY_1904: Final = date(1904, 1, 2)


class ContentKind(Enum):
    """What sort of thing a cell holds."""

    EMPTY = auto()
    TEXT = auto()
    NUMBER = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell is to hold. text: of a text what is shown, of a number its digits, of a day its serial number."""

    kind: ContentKind
    text: str = ""
    has_time: bool = False


def content_of(value: Value, spot: Spot, *, is_1904: bool) -> Content:
    """Return what a cell of a workbook holds of a value; a text's line breaks are line feeds, as Excel has them.

    is_1904: the workbook counts its days from 1904. Raise UnstorableValueError for a value that no cell can hold,
    TypeError for what is no value.
    """
    if value is None or value == "":
        return Content(ContentKind.EMPTY)
    if isinstance(value, str):
        return Content(ContentKind.TEXT, _text(value, spot))
    if isinstance(value, date):
        return _day(value, spot, is_1904=is_1904)
    if type(value) not in (Decimal, int):  # True is an int, and a float may be more than was meant
        message = f"a cell cannot hold a {type(value).__name__}"
        raise TypeError(message)
    return Content(ContentKind.NUMBER, _number(Decimal(value), spot))


def encoded(text: str) -> str:
    """Return a text as the XML has it: what looks like one of Excel's escapes (_x0007_) is itself escaped."""
    return _LIKE_ESCAPE.sub("_x005F_", text)


def decoded(text: str) -> str:
    """Return the text that the XML stands for."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _text(value: str, spot: Spot) -> str:
    if bad := _NOT_IN_XML.search(value):
        why = f"第{bad.start() + 1}个字符是控制字符（U+{ord(bad[0]):04X}），表格存不下"
        raise UnstorableValueError(spot, why, "请删去这个字符再填。")
    text = _LINE_BREAK.sub("\n", value)
    if len(text) > _LONGEST or len(text.encode("utf-16-le")) // 2 > _LONGEST:
        tip = "请把全文存成文件，单元格里只写摘要。"
        raise UnstorableValueError(spot, f"文字有{len(text)}个字符，一个单元格只能存{_LONGEST}个", tip)
    return text


def _number(value: Decimal, spot: Spot) -> str:
    if not value.is_finite():
        raise UnstorableValueError(spot, f"“{value}”不是数字", _AS_TEXT)
    if not value:
        return "0"
    sign, digits, exponent = value.as_tuple()
    kept = "".join(map(str, digits)).rstrip("0")
    if len(kept.lstrip("0")) > _MOST_DIGITS:
        raise UnstorableValueError(spot, f"数字超过{_MOST_DIGITS}位，Excel存不下后面的位数", _AS_TEXT)
    if abs(value.adjusted()) > _FARTHEST:
        raise UnstorableValueError(spot, "数字太大或太小，Excel存不下", _AS_TEXT)
    number = Decimal((sign, tuple(map(int, kept)), int(exponent) + len(digits) - len(kept)))
    return format(number, "f" if _PLAIN_DOWN <= number.adjusted() < _PLAIN_UP else "E")


def _day(value: date, spot: Spot, *, is_1904: bool) -> Content:
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a cell knows no time zone
    if moment.tzinfo is not None:
        message = "a cell cannot hold a time zone"
        raise TypeError(message)
    first = _FIRST_DAY_1904 if is_1904 else _FIRST_DAY
    if moment.date() < first:
        why = f"{first.year}年{first.month}月{first.day}日以前的日期，各种表格软件读法不一"
        raise UnstorableValueError(spot, why, _AS_TEXT)
    since = moment - (datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30))  # noqa: DTZ001 - likewise
    of_day = since - timedelta(days=since.days)
    # A microsecond is beyond what a double holds of today's serial numbers.
    part = (Decimal(of_day // timedelta(milliseconds=1)) / 86_400_000).quantize(Decimal("1e-10"))
    serial = since.days + part
    return Content(ContentKind.DATE, format(serial.normalize(), "f"), has_time=bool(of_day))
