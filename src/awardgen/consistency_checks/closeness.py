"""How near two names are: what a slip of the pen makes of a name, and what is simply another one."""

from __future__ import annotations

from typing import Final

_SHORT: Final = 5  # characters: a name of so few is too like ordinary words
#: 校优秀教师 and 市优秀教师, 一等奖 and 二等奖, 优秀党员 and 优秀团员 are different honours.
_ALTERNATIVES: Final = ("国省市区县校院系处部厅局", "一二三四五六七八九十特", "党团", "男女")
_FILLERS: Final = "的之和与及、"


def is_slip_of(candidate: str, name: str) -> bool:
    """Whether a stretch of text is a name but for one character within it, or for the order of its characters."""
    if len(name) <= _SHORT or candidate == name or not candidate.isalnum():
        return False
    before, behind = _in_common(candidate, name)
    if len(candidate) == len(name):
        if sorted(candidate) == sorted(name):
            return before + behind > 0 or candidate[:2] in name
        if before + behind != len(name) - 1 or not behind:
            return False
        return not _are_alternatives(candidate[before], name[before])
    shorter, longer = sorted((candidate, name), key=len)
    if not before or not behind or before + behind < len(shorter):
        return False
    return not (longer == candidate and any(each in _FILLERS for each in _added(candidate, name)))


def mistaken_whole(candidate: str, name: str) -> bool:
    """Whether a whole name that stands where an award's should is meant for it: half of it is the award's."""
    if candidate == name or not candidate.isalnum() or name.endswith(candidate) or name in candidate:
        return False
    before, behind = _in_common(candidate, name)
    if len(candidate) != len(name) and not behind:
        return False  # 优质服务月 has little to do with 优质服务示范岗
    differing = max(len(candidate), len(name)) - before - behind
    if len(candidate) == len(name) and differing == 1 and _are_alternatives(candidate[before], name[before]):
        return False
    is_near = 0 < differing <= max(len(name) // 2 - (len(name) <= _SHORT), 1)
    return (
        is_near
        and abs(len(candidate) - len(name)) <= len(name) // 3
        and max(before, behind) >= len(name) // 3
    )


def _in_common(first: str, second: str) -> tuple[int, int]:
    """Count the characters in common at the beginning and at the end, none counted twice."""
    most = min(len(first), len(second))
    before = next((index for index in range(most) if first[index] != second[index]), most)
    left = most - before
    behind = next((index for index in range(left) if first[-1 - index] != second[-1 - index]), left)
    return before, behind


def _are_alternatives(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _ALTERNATIVES)


def _added(longer: str, shorter: str) -> str:
    before, behind = _in_common(longer, shorter)
    return longer[before : len(longer) - behind]
