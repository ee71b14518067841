"""The filters of templates, under the names that staff write: {{ 成文日期|汉字日期 }}."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Percent, rounded
from awardgen.documents.blank import BLANK

if TYPE_CHECKING:
    from collections.abc import Callable

_CHINESE_DIGITS = "○一二三四五六七八九"
_COUNTING_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LARGEST_COUNTED = 9999
_NUMBERS = int, float, Decimal  # made once: a union of them is made anew wherever it is written


def chinese_date(value: Any) -> Any:  # noqa: ANN401 - a filter gets whatever the cell holds
    """汉字日期: 二○一○年九月十五日, zero written ○ (GB/T 9704-1999)."""
    if not isinstance(value, date):
        return value
    year = "".join(_CHINESE_DIGITS[int(digit)] for digit in str(value.year))
    return f"{year}年{_counted(value.month)}月{_counted(value.day)}日"


def arabic_date(value: Any) -> Any:  # noqa: ANN401
    """年月日: 2010年9月15日, no leading zeros (GB/T 9704-2012)."""
    return f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else value


def year_and_month(value: Any) -> Any:  # noqa: ANN401
    """年月: 2010年9月."""
    return f"{value.year}年{value.month}月" if isinstance(value, date) else value


def month_and_day(value: Any) -> Any:  # noqa: ANN401
    """月日: 9月15日."""
    return f"{value.month}月{value.day}日" if isinstance(value, date) else value


def percentage(value: Any) -> Any:  # noqa: ANN401
    """百分比: a share as 92%."""
    if not _is_number(value):
        return value
    return str(Percent(_exact(value)))


def two_places(value: Any) -> Any:  # noqa: ANN401
    """两位: two decimals, rounded half up."""
    return _in_two_places(value) if _is_number(value) else value


def enumeration(values: Any) -> Any:  # noqa: ANN401
    """顿号: the items of a list, joined by 、; an empty cell among them is passed over."""
    return "、".join(str(each) for each in values if each is not BLANK) if _is_list(values) else values


def quoted(value: Any) -> Any:  # noqa: ANN401
    """引号: “ ” around a value, or around each item of a list."""
    if _is_list(value):
        return [f"“{each}”" for each in value if each is not BLANK]
    return f"“{value}”" if value is not BLANK else value


def chinese_number(value: Any) -> Any:  # noqa: ANN401
    """中文数字: 3 → 三, 12 → 十二, 105 → 一百零五."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST_COUNTED:
        return value
    return _counted(value)


def paragraphs(value: Any) -> Any:  # noqa: ANN401
    r"""分段: each line of a text becomes a paragraph of its own, formatted like the one the tag stands in.

    \a is how docxtpl writes the end of a paragraph inside a value.
    """
    if not isinstance(value, str):
        return value
    # Staff indent by typing spaces; the paragraph's own format does that here.
    return "\a".join(filter(None, map(str.strip, value.split("\n"))))


def _is_number(value: object) -> bool:
    return isinstance(value, _NUMBERS) and not isinstance(value, bool)


@lru_cache(maxsize=1 << 14, typed=True)  # ten thousand totals are a few hundred numbers
def _in_two_places(value: float | Decimal) -> str:
    return str(rounded(_exact(value)))


def _exact(value: float | Decimal) -> Decimal:
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


def _is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | Mapping) and value is not BLANK


def _counted(number: int) -> str:
    digits = [int(digit) for digit in reversed(str(number))]
    spoken = ""
    for place, digit in reversed(list(enumerate(digits))):
        if digit:
            spoken += _COUNTING_DIGITS[digit] + _UNITS[place]
        elif spoken and not spoken.endswith("零") and any(digits[:place]):
            spoken += "零"
    if spoken.startswith("一十"):
        spoken = spoken[1:]
    return spoken or "零"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "汉字日期": chinese_date,
    "年月日": arabic_date,
    "年月": year_and_month,
    "月日": month_and_day,
    "百分比": percentage,
    "两位": two_places,
    "顿号": enumeration,
    "引号": quoted,
    "中文数字": chinese_number,
    "分段": paragraphs,
}
