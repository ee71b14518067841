from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from awardgen.campaign import number_key
from awardgen.errors import AwardgenError

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgen.campaign import Campaign
    from awardgen.documents.planned import PlannedDocument


@dataclass(frozen=True)
class Choice:
    """What of a campaign to build: rows of 文书 and numbers of applications; empty means all."""

    documents: Collection[str] = ()
    numbers: Collection[str] = ()

    @property
    def is_all(self) -> bool:
        return not self.documents and not self.numbers

    def includes(self, document: PlannedDocument) -> bool:
        if self.numbers and number_key(document.applicant or "") not in self._number_keys:
            return False
        return not self.documents or document.row.name in self.documents

    @cached_property
    def _number_keys(self) -> frozenset[str]:
        return frozenset(map(number_key, self.numbers))

    def refuse_slips(self, slips: Collection[str]) -> None:
        """Raise AwardgenError where the choice names what only `check` can make. slips: the names of these rows."""
        if named := [each for each in self.documents if each in slips]:
            message = f"{'、'.join(named)}写的是检查出的问题，不由 awardgen build 生成。"
            raise AwardgenError(message, "请运行 awardgen check，它把这些文书写在output/检查/文件夹中。")

    def refuse_unknown(self, campaign: Campaign) -> None:
        """Raise AwardgenError where the choice names what the campaign does not have."""
        rows = [row.name for row in campaign.documents]
        missing = [each for each in self.documents if each not in rows]
        if missing:
            raise AwardgenError(f"没有这种文书：{'、'.join(missing)}。", f"可选的文书有：{'、'.join(rows)}。")
        numbers = {number_key(application.number) for application in campaign.applications}
        missing = [each for each in self.numbers if number_key(each) not in numbers]
        if missing:
            raise AwardgenError(f"没有这个编号：{'、'.join(missing)}。", "请核对申报.xlsx中的编号。")
