"""Rules over how numbers, addressees, annexes and the imprint are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import layout as kinds
from awardgen.layout_checks.model import PRINTED, Role
from awardgen.layout_checks.patterns import (
    ANNEX_ITEM,
    ANNEX_LABEL,
    ANNEX_NOTE,
    COPIES,
    NUMBER,
    SUBJECT_WORDS,
)
from awardgen.layout_checks.slip import at_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.layout_checks.slip import Draft, Slip

_FULL_YEAR: Final = 4
_MOST_WORDS: Final = 5
_RIGHT_STOPS: Final = (".", "．")
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
