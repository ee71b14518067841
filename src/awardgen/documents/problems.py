"""问题列表: what the applicants of each group must mend, for the slip that goes back to them."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.campaign import name_in_list, number_key
from awardgen.documents.item import Item
from awardgen.finding import Severity
from awardgen.layout import DATA_FOLDER
from awardgen.workbook import CAMPAIGN_WORKBOOK, SCORE_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.campaign import Application, Campaign
    from awardgen.finding import Finding

PROBLEM_COLUMNS = ("编号", "申报名称", "级别", "代码", "名称", "位置", "摘录", "问题", "处理办法")

# The union fills these in; what is wrong there is none of the applicant's business.
_OF_THE_UNION = frozenset({"编号", "集团工会审批意见", "审批日期", "评定结果", "评定理由", "裁定名次"})
_OF_THE_APPLICANT = ("AW1", "AW2")
_WEIGHTS = (Severity.ERROR, Severity.WARNING)


def problems_by_group(campaign: Campaign, findings: Iterable[Finding]) -> Mapping[str, Sequence[Item]]:
    """Return group → the errors and warnings about what its applicants handed in, in the order of the applications.

    What a person settled, what judges or the union did, and what stands in the settings or templates is not there.
    What is said of an application in the same words several times is there once.
    """
    owners = _Owners(campaign)
    found: defaultdict[tuple[int, int, str, str], list[tuple[Finding, Application]]] = defaultdict(list)
    for finding in findings:
        application = owners.owner(finding) if _is_to_be_mended(finding) else None
        if application is not None:
            key = (*_weight(finding, application), finding.kind.code, finding.message)
            found[key].append((finding, application))
    problems: defaultdict[str, list[Item]] = defaultdict(list)
    for alike in sorted(found.values(), key=lambda each: _weight(*each[0])):
        finding, application = alike[0]
        problems[application.group].append(_item(finding, application, len(alike)))
    return problems


def _weight(finding: Finding, application: Application) -> tuple[int, int]:
    return application.row_order, _WEIGHTS.index(finding.severity)


def _is_to_be_mended(finding: Finding) -> bool:
    place = finding.place
    path = PurePosixPath(place.file or "")
    return (
        not finding.settled
        and finding.severity in _WEIGHTS
        and finding.kind.code.startswith(_OF_THE_APPLICANT)
        and finding.kind.to_applicant is not None
        and place.column not in _OF_THE_UNION
        and path.parts[:1] == (DATA_FOLDER,)
        and path.stem not in {CAMPAIGN_WORKBOOK.name, SCORE_WORKBOOK.name}
    )


class _Owners:
    """Whose a finding is: the application's in whose row it stands, else that of its 编号."""

    def __init__(self, campaign: Campaign) -> None:
        applications = campaign.applications
        self._by_row = {(each.record.source.sheet, each.record.row): each for each in applications}
        self._by_number = {number_key(each.number): each for each in reversed(applications) if each.number}

    def owner(self, finding: Finding) -> Application | None:
        place = finding.place
        if place.sheet and place.cell:
            return self._by_row.get((place.sheet, int(re.sub(r"\D", "", place.cell))))
        return self._by_number.get(number_key(finding.applicant or ""))


def _item(finding: Finding, application: Application, times: int) -> Item:
    place = finding.place
    at = (place.sheet, place.cell, place.column) if place.sheet else (place.file,)
    fields = (
        application.number,
        name_in_list(application),
        finding.severity.label,
        finding.kind.code,
        finding.kind.name,
        " ".join(filter(None, at)),
        finding.excerpt or "",
        f"{finding.message}（共{times}处）" if times > 1 else finding.message,
        finding.kind.to_applicant or finding.hint,
    )
    return Item(dict(zip(PROBLEM_COLUMNS, fields, strict=True)), finding.message)
