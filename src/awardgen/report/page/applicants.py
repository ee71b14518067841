from __future__ import annotations

import re
from typing import TYPE_CHECKING

from awardgen.campaign import number_key

if TYPE_CHECKING:
    from awardgen.campaign import Campaign
    from awardgen.finding import Finding


class Applicants:
    """The applications of a campaign by their position on the page, which is that of the workbook."""

    def __init__(self, campaign: Campaign) -> None:
        self.all = campaign.applications
        self._by_row = {
            (each.record.source.file, each.record.source.sheet, each.record.row): index
            for index, each in enumerate(self.all)
        }
        self._by_number: dict[str, int] = {}
        for index, each in enumerate(self.all):
            if each.number:
                self._by_number.setdefault(number_key(each.number), index)

    def with_number(self, number: str | None) -> int | None:
        return self._by_number.get(number_key(number)) if number else None

    def of(self, finding: Finding) -> int | None:
        """Return whose a finding is: the application's in whose row it stands, else that of its 编号."""
        place = finding.place
        if place.file and place.sheet and place.cell:
            row = int(re.sub(r"\D", "", place.cell) or 0)
            at_row = self._by_row.get((place.file, place.sheet, row))
            if at_row is not None:
                return at_row
        return self.with_number(finding.applicant)
