"""Rules about what is handed in twice: a person under two posts, a write-up under two names."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from awardgen.campaign import AwardKind
from awardgen.catalogue import tables
from awardgen.checks.applications import names_in, same_name
from awardgen.checks.case import excerpt
from awardgen.checks.compared_write_ups import entered_once
from awardgen.checks.likeness import without_space
from awardgen.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgen.campaign import Application
    from awardgen.checks.case import Case
    from awardgen.finding import Finding

_SHORTEST_EQUAL = 20
_NAMESAKES_EXPECTED, _NAMESAKES_COMMON = 200, 2000
"""Among so many people two who have one name are likelier than not; among so many there are dozens."""


class _Entry(NamedTuple):
    application: Application
    name: str


def person_is_put_forward_once(case: Case) -> Iterator[Finding]:
    """Nobody belongs to two posts, or is put forward twice for an award or as holding two posts."""
    for applications in _of_each_kind(case):
        entries = [entry for application in applications for entry in _entries(application)]
        of_group = Counter([entry.application.group for entry in entries])
        keys = [same_name(entry.name) for entry in entries]
        times = Counter(keys)
        earlier: dict[str, list[_Entry]] = defaultdict(list)
        for entry, key in zip(entries, keys, strict=True):
            if times[key] == 1:
                continue
            others = earlier[key]
            other = next((each for each in others if _excludes(each.application, entry.application)), None)
            if other is not None:
                same_group = other.application.group == entry.application.group
                among = of_group[entry.application.group] if same_group else len(entries)
                if among <= _NAMESAKES_COMMON:
                    yield _twice(entry, other, Severity.INFO if among > _NAMESAKES_EXPECTED else None)
            others.append(entry)


def name_is_listed_once(case: Case) -> Iterator[Finding]:
    """岗位人员姓名 of a post lists nobody twice."""
    for application in case.campaign.applications:
        if application.award.kind is not AwardKind.POST:
            continue
        names = names_in(application.person)
        if len(set(map(same_name, names))) == len(names):
            continue
        seen: set[str] = set()
        for name in names:
            if same_name(name) in seen:
                yield tables.NAME_LISTED_TWICE.at(
                    application.record.place("岗位人员姓名"),
                    f"“{name}”在岗位人员姓名中写了两次。",
                    applicant=application.number or None,
                    excerpt=excerpt(name),
                )
            seen.add(same_name(name))


def write_up_is_handed_in_once(case: Case) -> Iterator[Finding]:
    """No two applications have the same write-up, or nearly the same."""
    for earlier, later, likeness in case.alike(case.campaign):
        if later.write_up is None or _is_same(earlier, later):
            continue
        if len(without_space(later.write_up.text)) < _SHORTEST_EQUAL:
            continue
        place = earlier.write_up.place if earlier.write_up else earlier.record.place("编号")
        where = f"工作表“{place.sheet}”{place.cell}" if place.cell else place.file
        share = "相同" if likeness == 1 else f"有{int(likeness * 100)}%相同"
        yield tables.WRITE_UP_TWICE.at(
            later.write_up.place,
            f"与{earlier.number or '另一份申报'}的事迹材料{share}（{where}）。",
            applicant=later.number or None,
            excerpt=excerpt(earlier.number),
        )


def _of_each_kind(case: Case) -> Iterator[list[Application]]:
    applications = list(entered_once(case.campaign.applications))
    for kind in AwardKind:
        yield [each for each in applications if each.award.kind is kind]


def _entries(application: Application) -> Iterator[_Entry]:
    if application.award.kind is AwardKind.INDIVIDUAL:
        if application.person:
            yield _Entry(application, application.person)
        return
    for name in dict.fromkeys(names_in(application.person)):
        yield _Entry(application, name)


def _excludes(earlier: Application, later: Application) -> bool:
    """Tell whether one person cannot well be in both."""
    if earlier is later:
        return False
    same_award = earlier.award.short_name == later.award.short_name
    return same_award or same_name(earlier.post) != same_name(later.post)


def _is_same(earlier: Application, later: Application) -> bool:
    """Tell whether a person or post was entered twice, of which another rule tells."""
    return same_name(earlier.person) == same_name(later.person) and _excludes(earlier, later)


def _twice(entry: _Entry, other: _Entry, severity: Severity | None) -> Finding:
    earlier, later = other.application, entry.application
    place = earlier.record.place("岗位人员姓名")
    where = f"（工作表“{place.sheet}”{place.cell}，{earlier.post or '岗位名称未填'}）"
    message = f"“{entry.name}”在{earlier.number or '另一份申报'}中已经申报{where}。"
    start = None
    if later.award.kind is not AwardKind.INDIVIDUAL:
        found = later.record.text("岗位人员姓名").find(entry.name)
        start = found if found >= 0 else None
    return tables.PERSON_TWICE.at(
        later.record.place("岗位人员姓名"),
        message,
        applicant=later.number or None,
        start=start,
        end=None if start is None else start + len(entry.name),
        excerpt=excerpt(entry.name),
        severity=severity,
    )
