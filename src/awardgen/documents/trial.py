"""Trying every template out, with the campaign's own values and with made-up ones, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from awardgen.campaign import Scope
from awardgen.catalogue import documents as kinds
from awardgen.documents.filling import try_out
from awardgen.documents.samples import Look
from awardgen.documents.templates import template_place, where
from awardgen.documents.unused import unused_findings
from awardgen.finding import Severity
from awardgen.rendering import FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from awardgen.campaign import Campaign, DocumentRow
    from awardgen.documents.planned import Plan
    from awardgen.documents.samples import Samples
    from awardgen.documents.templates import Templates
    from awardgen.finding import Finding
    from awardgen.rendering import TemplateFault

# What stands in a cell today may be missing tomorrow; the rest only could be, where staff write what they like.
_TO_BE_EXPECTED: Final = {Look.EMPTY, Look.NO_ROWS, Look.ONE_ROW}


class Trial:
    """The templates of one campaign, and what they can be tried out with."""

    def __init__(self, folder: Path, campaign: Campaign, templates: Templates, samples: Samples) -> None:
        self._folder = folder
        self._campaign = campaign
        self._templates = templates
        self._samples = samples

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """Yield what the documents of the plan, or others like them, would fail at, and what no document uses."""
        own = list(try_out(plan, self._templates.examinations))
        yield from own
        told = {(each.place.file, each.start, each.excerpt) for each in own}
        tried = {each.row.name for each in plan.documents if not each.withheld}
        for row in self._campaign.documents:
            for found in self._sample_findings(row, is_tried=row.name in tried):
                if (found.place.file, found.start, found.excerpt) not in told:
                    yield found
        yield from unused_findings(self._folder, self._campaign, self._templates)

    def _sample_findings(self, row: DocumentRow, *, is_tried: bool) -> Iterator[Finding]:
        examination = self._templates.examinations.get(row.template)
        # A blank form has nothing in its columns, and every one of them is tried out as it is.
        if examination is None or row.template not in self._templates.usable or row.scope is Scope.BLANK_FORM:
            return
        if not self._campaign.awards:
            return
        failures: defaultdict[TemplateFault, list[Look]] = defaultdict(list)
        for look in self._samples.looks:
            for fault in examination.failures(self._samples.context(row.scope, look)):
                if fault.kind in {FaultKind.VALUE, FaultKind.UNPRINTABLE}:
                    failures[fault].append(look)
        for spot, faults in _by_spot(failures).items():
            yield _finding(row.template, spot, faults, is_tried=is_tried)


def _by_spot(
    failures: dict[TemplateFault, list[Look]],
) -> dict[tuple[str, str, int | None], dict[TemplateFault, list[Look]]]:
    spots: defaultdict[tuple[str, str, int | None], dict[TemplateFault, list[Look]]] = defaultdict(dict)
    for fault, looks in failures.items():
        spots[fault.part, fault.place, fault.start][fault] = looks
    return spots


def _finding(template: str, _: object, faults: dict[TemplateFault, list[Look]], *, is_tried: bool) -> Finding:
    """Return one finding for a tag. is_tried: it got through with the values that the campaign has."""
    looks = [look for look in Look if any(look in each for each in faults.values())]
    fault = next(iter(faults))
    always = Look.USUAL in looks
    when = "" if always else f"如果{'，或者'.join(looks)}，"
    expected = not is_tried if always else not _TO_BE_EXPECTED.isdisjoint(looks)
    return kinds.FAILS_FOR_SOME.at(
        template_place(template),
        f"{where(fault)}：{when}{fault.message}",
        start=fault.start,
        end=fault.end,
        excerpt=fault.excerpt or None,
        severity=Severity.WARNING if expected else Severity.INFO,
    )
