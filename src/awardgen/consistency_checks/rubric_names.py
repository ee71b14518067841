"""Rules over the groups of the rubric where the texts name them: their names and their points."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from awardgen.catalogue import consistency as kinds
from awardgen.checks.basics import is_recognisable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgen.consistency_checks.passage import Passage
    from awardgen.consistency_checks.wording import Wording
    from awardgen.finding import Finding

_WORTH: Final = r"[（(](?:共|满分|计)?(?P<points>\d+(?:\.\d+)?)分[）)]"
_HEADING: Final = re.compile(
    rf"(?:[（(]?(?:\d{{1,2}}|[一二三四五六七八九十])[）)、.．])?(?P<name>[\u4e00-\u9fff]{{2,12}}){_WORTH}.*"
)
_BONUS: Final = re.compile(r"附加|加分|奖励|扣分|总分|合计|满分")


def points_are_those_of_the_rubric(wording: Wording) -> Iterator[Finding]:
    """职业道德（10分） has the points of that group in 评选细则."""
    for group in wording.campaign.rubric.groups:
        worth = group.points
        if worth is None:
            continue
        names = {"".join(name.split()) for name in (group.name, group.notice_name) if name}
        pattern = re.compile(
            rf"(?<![^\W从和及为即对按占])(?:{'|'.join(map(re.escape, names))})[”》]?{_WORTH}"
        )
        for passage in wording.passages:
            for found in pattern.finditer(passage.text):
                points = found["points"]
                if Decimal(points) != worth:
                    message = f"写的是{found[0]}，评选细则中“{group.name}”是{worth}分。"
                    yield from passage.findings(kinds.POINTS_DIFFER, found.start(), found.end(), message)


def typed_groups_are_those_of_the_rubric(wording: Wording) -> Iterator[Finding]:
    """Where groups are typed, as many as 评选细则 has and with its points, a reader knows them by their names."""
    groups = wording.campaign.rubric.groups
    known = {"".join(name.split()) for group in groups for name in (group.name, group.notice_name) if name}
    for document in wording.documents:
        headings = list(_headings(document.passages))
        if len(headings) != len(groups):
            continue
        for group, (passage, found) in zip(groups, headings, strict=True):
            worth = group.points
            name = found["name"]
            if worth is None or Decimal(found["points"]) != worth:
                continue
            if name in known or is_recognisable(name, group.name):
                continue
            message = f"写的是“{name}”，评选细则中叫“{group.name}”。"
            span = found.start("name"), found.end("name")
            yield from passage.findings(kinds.GROUP_NAMES_DIFFER, *span, message)


def _headings(passages: Sequence[Passage]) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in passages:
        found = _HEADING.fullmatch(passage.text)
        if found is not None and not _BONUS.search(found["name"]):
            yield passage, found
