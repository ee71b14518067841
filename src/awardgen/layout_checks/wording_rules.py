"""Rules over how numbers, dates, addressees, annexes and the imprint are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import PRINTED, Role
from awardgen.layout_checks.patterns import (
    ANNEX_ITEM,
    ANNEX_LABEL,
    ANNEX_NOTE,
    ARABIC_DATE,
    CHINESE_DATE,
    COPIES,
    NUMBER,
    SIGNED_DATE,
    SUBJECT_WORDS,
)
from awardgen.layout_checks.slip import at_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.model import Line
    from awardgen.layout_checks.slip import Draft, Slip

_FULL_YEAR: Final = 4
_MOST_WORDS: Final = 5
_RIGHT_STOPS: Final = (".", "．")
_CHINESE_FILTER: Final = "汉字日期"
_ARABIC_FILTER: Final = "年月日"
_IN_TEXT: Final = re.compile(r"[〔【［\[]")


def number_faults(text: str) -> list[str]:
    """Return what is wrong with the first document number in a text; PRINTED stands for what a tag prints."""
    found = NUMBER.search(text)
    if found is None:
        return []
    faults = []
    if found["opening"] + found["closing"] != "〔〕":
        faults.append(f"年份的括号是“{found['opening']}{found['closing']}”，应为六角括号“〔〕”")
    if PRINTED not in found["year"] and len(found["year"]) != _FULL_YEAR:
        faults.append(f"年份写成“{found['year']}”，应写全四位")
    if found["ordinal"]:
        faults.append("序号前不加“第”")
    if found["serial"].startswith(("0", "０")):
        faults.append(f"序号“{found['serial']}”不编虚位，应为“{found['serial'].lstrip('0０')}”")
    if not found["sign"]:
        faults.append("末尾没有“号”")
    return faults


def number_is_well_formed(draft: Draft) -> Iterator[Slip]:
    """A document number reads 后集委发〔2010〕15号, at the head and where the text cites one."""
    for line in draft.layout.lines:
        if line.role is not Role.NUMBER and not (_IN_TEXT.search(line.text) and "号" in line.text):
            continue
        faults = number_faults(line.text)
        cited = NUMBER.search(line.text)
        if line.role is not Role.NUMBER and (
            cited is None or not cited["sign"] or cited["opening"] not in "〔【［["
        ):
            continue
        if faults:
            message = f"发文字号{'；'.join(faults)}，见{draft.standard.clause('number')}。"
            yield at_line(kinds.NUMBER_FORM, line, message)


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


def addressee_ends_in_a_colon(draft: Draft) -> Iterator[Slip]:
    """A full-width colon stands behind the last addressee."""
    for line in draft.layout.of(Role.ADDRESSEE):
        if line.text.endswith("："):
            continue
        found = "用了半角冒号" if line.text.endswith(":") else "没有冒号"
        message = f"主送机关后{found}，应为全角冒号“：”，见{draft.standard.clause('addressee')}。"
        yield at_line(kinds.ADDRESSEE_FORM, line, message)


def annex_note_is_well_formed(draft: Draft) -> Iterator[Slip]:
    """附件说明 reads 附件：1.××××, without a mark at the end."""
    for line in draft.layout.of(Role.ANNEX_NOTE):
        faults = []
        rest, note = line.text, ANNEX_NOTE.match(line.text)
        if note is not None:
            rest = note["rest"]
            if note["colon"] != "：":
                found = "用了半角冒号" if note["colon"] else "没有冒号"
                faults.append(f"“附件”后{found}，应为全角冒号“：”")
        item = ANNEX_ITEM.match(rest)
        tail = rest[item.end() :] if item is not None else ""
        if (
            item is not None
            and tail
            and item["stop"] not in _RIGHT_STOPS
            and (item["stop"] or tail[0].isspace())
        ):
            faults.append(f"序号后是“{item['stop'] or tail[0]}”，应为“.”")
        if line.text.endswith(("。", "；", "，", "、", ";", ",", ".")):
            faults.append(f"附件名称后不加标点，现有“{line.text[-1]}”")
        if faults:
            message = f"附件说明{'；'.join(faults)}，见{draft.standard.clause('annex note')}。"
            yield at_line(kinds.ANNEX_NOTE_FORM, line, message)


def annex_label_is_well_formed(draft: Draft) -> Iterator[Slip]:
    """An annex begins with 附件1, flush left, without a colon."""
    for line in draft.layout.of(Role.ANNEX_LABEL):
        found = ANNEX_LABEL.fullmatch(line.text)
        faults = ["后面不加冒号"] if found is not None and found["colon"] else []
        if line.indent >= 1 or line.alignment in ("center", "right"):
            faults.append("应在第一行顶格")
        if faults:
            message = (
                f"附件标注“{line.typed.strip()}”{'；'.join(faults)}，见{draft.standard.clause('annex')}。"
            )
            yield at_line(kinds.ANNEX_LABEL_FORM, line, message)


def subject_words_suit_the_edition(draft: Draft) -> Iterator[Slip]:
    """The 2012 edition has no 主题词; in the 1999 one a full-width colon and at most five words follow."""
    clause = draft.standard.clause("subject words")
    for line in draft.layout.of(Role.SUBJECT_WORDS):
        if not draft.standard.subject_words:
            yield at_line(kinds.SUBJECT_WORDS_FORM, line, f"2012年版式没有主题词，请删去这一行，见{clause}。")
            continue
        found = SUBJECT_WORDS.match(line.text)
        if found is not None and found["colon"] != "：":
            mark = "用了半角冒号" if found["colon"] else "没有冒号"
            yield at_line(kinds.SUBJECT_WORDS_FORM, line, f"“主题词”后{mark}，应为全角冒号“：”，见{clause}。")
        words = line.text[found.end() :].split() if found is not None else []
        if len(words) > _MOST_WORDS and PRINTED not in line.text:
            message = f"主题词有{len(words)}个，最多{_MOST_WORDS}个，见{clause}。"
            yield at_line(kinds.SUBJECT_WORDS_FORM, line, message)


def copies_are_well_formed(draft: Draft) -> Iterator[Slip]:
    """抄送 is followed by a full-width colon, its last name by a full stop."""
    for line in draft.layout.of(Role.COPIES):
        found = COPIES.match(line.text)
        faults = []
        if found is not None and found["colon"] != "：":
            faults.append("“抄送”后应为全角冒号“：”")
        if not line.text.endswith(("。", PRINTED)):
            faults.append("最后一个机关后应有句号")
        if faults:
            message = f"抄送机关{'；'.join(faults)}，见{draft.standard.clause('copies')}。"
            yield at_line(kinds.IMPRINT_FORM, line, message)


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
