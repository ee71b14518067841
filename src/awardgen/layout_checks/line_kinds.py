"""What a single line reads like: a heading, an issuer's mark, addressees, the note of annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.layout_checks.model import PRINTED
from awardgen.layout_checks.patterns import ANNEX_ITEM, ANNEX_NOTE, LEVELS, ends_sentence, tag_alone

if TYPE_CHECKING:
    from awardgen.layout_checks.model import Line

_LARGE: Final = 26  # points: an issuer's mark is larger than the title
_NOT_ADDRESSED: Final = ("附", "主题词", "抄送", "如下", "根据", "为")
LONGEST_NAME: Final = 30  # of an issuer
LONGEST_LIST: Final = 60  # of addressees on a line


def heading_level(line: Line) -> int | None:
    """Return the level of a heading, 0 for 一、; None for a line that has no number."""
    for level, pattern in enumerate(LEVELS):
        found = pattern.match(line.text)
        if found is None:
            continue
        if found["ordinal"] != PRINTED:
            return level
        # What a tag prints is told by its filter: {{ loop.index|中文数字 }}、 or {{ loop.index }}、
        counts = line.tags and ("index" in line.tags[0] or "序号" in line.tags[0])
        if counts and ("中文数字" in line.tags[0]) == (level == 0):
            return level
    return None


def is_mark(line: Line) -> bool:
    """Whether a line is an issuer's mark: by its tag, by 文件 at its end, or large and red."""
    if tag_alone(line, "发文机关标志"):
        return True
    short = len(line.text) <= LONGEST_NAME and not ends_sentence(line.text)
    return short and (line.text.endswith("文件") or (is_red(line.face.colour) and line.face.size >= _LARGE))


def is_red(colour: str) -> bool:
    """Whether a colour such as FF0000 is some red."""
    try:
        red, green, blue = (int(colour[index : index + 2], 16) for index in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xB0 and max(green, blue) <= 0x50  # noqa: PLR2004 - shades


def is_annex_note(text: str) -> bool:
    """Whether a line begins the note of annexes: 附件：1.评选细则."""
    found = ANNEX_NOTE.match(text)
    if found is None:
        return False
    rest = found["rest"]
    item = ANNEX_ITEM.match(rest)
    numbered = item is not None and bool(item["stop"]) and not ends_sentence(text)
    named_apart = text[2:3].isspace() and len(text) <= LONGEST_LIST and not ends_sentence(text)
    return bool(found["colon"]) or numbered or named_apart


def is_addressee(line: Line) -> bool:
    """Whether a line names addressees: short, flush left, and ends in a colon."""
    if tag_alone(line, "主送机关"):
        return True
    text = line.text
    ends = text.endswith(("：", ":")) and len(text) <= LONGEST_LIST and "。" not in text
    flush = line.alignment not in ("center", "right")
    return ends and flush and not text.startswith(_NOT_ADDRESSED) and not text[:-1].endswith("如下")
