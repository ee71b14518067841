"""Award names that drift: 优秀服务示范岗 where the award is 优质服务示范岗."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgen.catalogue import consistency as kinds
from awardgen.consistency_checks.closeness import is_slip_of, mistaken_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgen.campaign import Award
    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding

_QUOTED: Final = re.compile(r"[“《‘\"「](?P<inner>[^“”《》‘’\"「」，。；：]{3,24})[”》’\"」]")
#: What stands behind an award's name in the title of a form.
_GENRE: Final = re.compile(
    r"(?:评选|创建|推荐|申报|评审)*(?:申报|推荐|审批|登记|评审|评分|呈报)?(?:表|细则|办法|方案|标准|名单|活动|材料)$"
)
#: Words that make what is quoted the award of this campaign, and those that make it another honour.
_THIS_AWARD: Final = re.compile(
    r"(?:创建|争创|申报|参评|评选|评为|授予|表彰|填写|推荐|参加|和|、|及|与)[^，。；]{0,6}$"
)
_BEHIND: Final = re.compile(r"^(?:荣誉)?称号|^(?:的)?(?:评选|创建|申报|人员|名单|活动|候选)")
_OTHER_HONOUR: Final = re.compile(
    r"曾|已获|获得过|荣获|先后|国家级|全国|[省市部厅局区县校院]级?(?:优|先|文|青|十|最|模)?$|以上.{0,4}$|往[年届]|上[年届]|去年"
)
_ENOUGH: Final = 2


class _Slip(NamedTuple):
    """A name at [start, end) of a passage that is nearly an award's."""

    award: Award
    passage: Passage
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.passage.text[self.start : self.end]


def award_names_stay_the_same(wording: Wording) -> Iterator[Finding]:
    """Wherever an award is named in full, the name is that of the sheet 奖项.

    Where every text says the one thing and the sheet alone another, the sheet is to be mended.
    """
    slips: defaultdict[tuple[str, str], list[_Slip]] = defaultdict(list)
    for passage in wording.passages:
        told = set()
        for award, start, end in slips_of(passage.text, wording.campaign.awards):
            slip = _Slip(award, passage, start, end)
            key = award.name, slip.name
            if key not in told and not passage.comes_from_a_cell(slip.start, slip.end):
                told.add(key)
                slips[key].append(slip)
    for (name, found), of_name in slips.items():
        award = of_name[0].award
        if len({each.passage.place for each in of_name}) >= _ENOUGH and not _is_written(wording, name):
            message = f"奖项写作“{name}”，各处文字都写作“{found}”（{len(of_name)}处）。"
            yield kinds.AWARD_NAME_DRIFTS.at(award.record.place("奖项"), message, excerpt=name)
            continue
        for slip in of_name:
            message = f"“{found}”与奖项“{name}”不一致。"
            yield from slip.passage.findings(kinds.AWARD_NAME_DRIFTS, slip.start, slip.end, message)


def slips_of(text: str, awards: Sequence[Award]) -> Iterator[tuple[Award, int, int]]:
    """Yield what stands in a text without white space in place of an award's name: the award, start and end."""
    names = {"".join(award.name.split()): award for award in awards}
    taken = [found.span() for name in names for found in re.finditer(re.escape(name), text)]
    short = {award.short_name for award in awards}
    for name, award in names.items():
        for start, end in [*_quoted_slips(text, name, short), *_slips(text, name)]:
            if not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                yield award, start, end


def corrected(title: str, awards: Sequence[Award]) -> str:
    """Return a title with the awards' right names, so that one slip is not told of twice."""
    text = "".join(title.split())
    for award, start, end in sorted(slips_of(text, awards), key=lambda slip: -slip[1]):
        text = text[:start] + award.name + text[end:]
    return text


def _slips(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield stretches that differ from a name by one character within it, or by the order of its characters."""
    if not any(name[index : index + 2] in text for index in range(len(name) - 1)):
        return
    for start in range(len(text)):
        for length in (len(name), len(name) - 1, len(name) + 1):
            end = start + length
            if end <= len(text) and is_slip_of(text[start:end], name) and not _is_other(text, start):
                yield start, end
                break


def _quoted_slips(text: str, name: str, short_names: set[str]) -> Iterator[tuple[int, int]]:
    """Yield names in quotes that stand in the award's place, and are further from it."""
    for found in _QUOTED.finditer(text):
        inner = _GENRE.sub("", found["inner"]) or found["inner"]
        is_title = inner != found["inner"]
        behind = _BEHIND.match(text[found.end() :])
        before = _THIS_AWARD.search(text[: found.start()])
        if inner in short_names or not (is_title or behind or before) or _is_other(text, found.start()):
            continue
        for length in {len(inner), min(len(inner), len(name))}:  # behind the name of a unit
            candidate = inner[len(inner) - length :]
            if mistaken_whole(candidate, name):
                start = found.start("inner") + len(inner) - length
                yield start, start + length
                break


def _is_other(text: str, start: int) -> bool:
    clause = re.split(r"[，。；：]", text[:start])[-1]
    return _OTHER_HONOUR.search(clause) is not None


def _is_written(wording: Wording, name: str) -> bool:
    """Whether someone has typed a name somewhere, not only in the sheet 奖项."""
    plain = "".join(name.split())
    return any(
        not passage.comes_from_a_cell(found.start(), found.end())
        for passage in wording.passages
        for found in re.finditer(re.escape(plain), passage.text)
    )
