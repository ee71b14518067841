"""Rules over how 成文日期 and 印发日期 are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import Role
from awardgen.layout_checks.patterns import ARABIC_DATE, CHINESE_DATE, SIGNED_DATE
from awardgen.layout_checks.slip import at_line

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from awardgen.layout_checks.model import Line
    from awardgen.layout_checks.slip import Draft, Slip

_FULL_YEAR: Final = 4
_CHINESE_FILTER: Final = "汉字日期"
_ARABIC_FILTER: Final = "年月日"


def date_suits_the_edition(draft: Draft) -> Iterator[Slip]:
    """成文日期 is written in Chinese numerals by the 1999 edition, in figures by the 2012 one."""
    for line in draft.layout.of(Role.DATE):
        fault = _date_fault(line, chinese=draft.standard.chinese_dates)
        if fault:
            yield at_line(kinds.DATE_FORM, line, f"成文日期{fault}，见{draft.standard.clause('date')}。")


def print_date_is_in_figures(draft: Draft) -> Iterator[Slip]:
    """印发日期 is written in figures without leading zeros by both editions."""
    for line in draft.layout.of(Role.IMPRINT):
        fault = _date_fault(line, chinese=False)
        if fault:
            yield at_line(kinds.DATE_FORM, line, f"印发日期{fault}，见{draft.standard.clause('imprint')}。")


def _date_fault(line: Line, *, chinese: bool) -> str:
    """Return what is wrong with the day that a line prints."""
    wanted = "应用汉字，如二○一○年九月十五日" if chinese else "应用阿拉伯数字，如2010年9月15日"
    days = [code for code in line.tags if "日期" in code]
    if days:
        return _tag_fault(days[-1], wanted, chinese=chinese)
    if (found := SIGNED_DATE.search(line.text)) is not None:
        return f"写成“{found.group()}”，应写全年月日，{wanted}"
    if (found := (ARABIC_DATE if chinese else CHINESE_DATE).search(line.text)) is not None:
        return f"写成“{found.group()}”，{wanted}"
    found = (CHINESE_DATE if chinese else ARABIC_DATE).search(line.text)
    return _figures_fault(found) if found is not None else ""


def _tag_fault(code: str, wanted: str, *, chinese: bool) -> str:
    if (_CHINESE_FILTER in code) == chinese:
        return ""
    if "|" in code and _CHINESE_FILTER not in code and _ARABIC_FILTER not in code:
        return ""  # a filter of which nothing is known here
    printed, name = ("阿拉伯数字", _CHINESE_FILTER) if chinese else ("汉字", _ARABIC_FILTER)
    return f"会印成{printed}，{wanted}（标签的过滤器用“{name}”）"


def _figures_fault(found: re.Match[str]) -> str:
    """Return what is wrong with a day that is written in the right kind of figures."""
    year, month, day = found["year"], found["month"], found["day"]
    if len(year) != _FULL_YEAR:
        return f"写成“{found.group()}”，年份应写全四位"
    if not year.isdecimal():
        # 〇 and ○ look the same in print, and input methods give the former.
        others = set(year) & set("零OoＯ0０")
        return f"的“零”写成“{min(others)}”，应为“○”，如二○一○年" if others else ""
    if month.startswith("0") or day.startswith("0"):
        return f"写成“{found.group()}”，月、日不编虚位，应为{year}年{int(month)}月{int(day)}日"
    return ""
