"""Dates as staff write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.workbook.cells import text_of
from awardgen.workbook.numbers import plain_text
from awardgen.workbook.unreadable import Unreadable

if TYPE_CHECKING:
    from awardgen.workbook.cells import Cell

_ZEROS = "○〇零Oo◯"
_DIGITS = {
    **dict.fromkeys(_ZEROS, 0),
    **{digit: value for value, digit in enumerate("一二三四五六七八九", 1)},
}
_NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_WRITTEN = re.compile(
    rf"(?P<year>\d{{4}}|[{_ZEROS}一二三四五六七八九]{{4}})年(?P<month>{_NUMERAL})月(?P<day>{_NUMERAL})[日号]?"
)
_SEPARATED = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})\.?")
_RUN_TOGETHER = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−﹣", "-"))
_SERIAL = re.compile(r"\d{5}")
_DAY_ZERO = date(1899, 12, 30)
_WITHOUT_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}月?")
_TIME_OF_DAY = re.compile(r"\s+\d{1,2}[:：]\d{2}([:：]\d{2})?$")
_TENS = re.compile(r"([一二三]?)十([一二三四五六七八九]?)")
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_AS_TEXT = "请把单元格格式设为“文本”，再照要印出的样子重新填写，如2010年10月—2011年5月。"


def read_date(cell: Cell) -> date:
    """Return the day in a cell; raise Unreadable where there is none."""
    if isinstance(cell, date):
        if not _FIRST_YEAR <= cell.year <= _LAST_YEAR:
            raise Unreadable(
                tables.DATE_UNREADABLE,
                f"是{text_of(cell)}，年份不在{_FIRST_YEAR}至{_LAST_YEAR}之间："
                "多半是在日期格式的单元格里只填了年份或别的数字",
            )
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, str):
        return _from_text(cell)
    shown = text_of(cell)
    if _RUN_TOGETHER.fullmatch(shown):
        return _from_text(shown)
    raise Unreadable(tables.DATE_UNREADABLE, _why_not_a_number(shown), _serial_hint(shown))


def read_printed_period(cell: Cell) -> str:
    """Return a time that is printed as typed; raise Unreadable where Excel has made something else of it."""
    if isinstance(cell, str):
        return cell
    shown = text_of(cell)
    if isinstance(cell, date):
        raise Unreadable(tables.DATE_UNREADABLE, f"被Excel改成了日期{shown}，印出来会与填写时不同", _AS_TEXT)
    raise Unreadable(
        tables.DATE_UNREADABLE,
        f"是数字{shown}，不是文字：键入2010.10，Excel会存成2010.1，印出来就成了另一个月",
        _AS_TEXT,
    )


def _why_not_a_number(shown: str) -> str:
    if re.fullmatch(r"\d{4}(\.\d{1,2})?", shown):
        return (
            f"“{shown}”是数字，不是日期：直接键入2010.10这样的内容，Excel会存成2010.1，分不清是几月，也没有日"
        )
    return f"“{shown}”是数字，不是日期，可能是单元格格式改成了“常规”"


def _serial_hint(shown: str) -> str:
    """Return what to do about a number that Excel shows for a day where the cell's format was changed."""
    if not _SERIAL.fullmatch(shown):
        return ""
    day = _DAY_ZERO + timedelta(int(shown))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return ""
    return f"请把单元格格式设为“日期”（{shown}应是{text_of(day)}），或者按2010-9-15的样子重新填写。"


def _from_text(text: str) -> date:
    squeezed = plain_text(_TIME_OF_DAY.sub("", text)).translate(_DASHES)
    match = (
        _SEPARATED.fullmatch(squeezed) or _WRITTEN.fullmatch(squeezed) or _RUN_TOGETHER.fullmatch(squeezed)
    )
    if match is None:
        if hint := _serial_hint(squeezed):
            raise Unreadable(tables.DATE_UNREADABLE, _why_not_a_number(squeezed), hint)
        if _WITHOUT_DAY.fullmatch(squeezed):
            raise Unreadable(tables.DATE_UNREADABLE, f"“{text}”只有年月，没有日")
        raise Unreadable(tables.DATE_UNREADABLE, f"“{text}”不是能识别的日期")
    year, month, day = _year(match["year"]), _numeral(match["month"]), _numeral(match["day"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unreadable(tables.DATE_UNREADABLE, f"“{text}”的年份不在{_FIRST_YEAR}至{_LAST_YEAR}之间")
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(tables.DATE_UNREADABLE, f"“{text}”这一天不存在") from None


def _year(text: str) -> int:
    return int(text) if text.isdecimal() else int("".join(str(_DIGITS[digit]) for digit in text))


def _numeral(text: str) -> int:
    """Return 1 to 39 written in digits or in Chinese; 0 where the Chinese makes no number."""
    if text.isdecimal():
        return int(text)
    if tens := _TENS.fullmatch(text):
        return _DIGITS.get(tens[1], 1) * 10 + _DIGITS.get(tens[2], 0)
    return _DIGITS.get(text, 0)
