"""What the catalogue says of an item: 题名, 责任者, 文号, 日期."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from awardgen.archive.grouping import is_notice
from awardgen.archive.item import Description
from awardgen.campaign import AwardKind, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.archive.item import ArchivedDocument
    from awardgen.campaign import Application, Campaign

_NOTE: Final = re.compile(r"[（(][^（）()]*[）)]$")


class Describer:
    """Describes the items of one campaign."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._archive = campaign.archive

    def describe(self, documents: Sequence[ArchivedDocument]) -> Description:
        """Describe an item by its documents, the main one first."""
        main = documents[0]
        of_notice = is_notice(main)
        return Description(
            title=self._title(documents),
            responsible=self._responsible(main),
            reference=self._setting("发文字号") if of_notice else "",
            day=self._day(main),
            security=self._archive.text("密级"),
        )

    def _title(self, documents: Sequence[ArchivedDocument]) -> str:
        """Return the notice's own title; of the rest, which print none that tells them apart, one made up in [ ]."""
        main = documents[0]
        if is_notice(main) and (title := "".join(self._setting("通知标题").split())):
            return title
        names = list(dict.fromkeys(_NOTE.sub("", each.row.name) for each in documents))
        about = _about(main)
        year = self._setting("活动年度")
        kind = "及".join(names[:2]) + ("等" if len(names) > 2 else "")  # noqa: PLR2004 - the title stays short
        unit = self._setting("单位简称") or self._archive.text("全宗名称")
        return f"[{unit}{f'{year}年度' if year else ''}{kind}{f'（{about}）' if about else ''}]"

    def _responsible(self, main: ArchivedDocument) -> str:
        if main.application is not None and main.application.group:
            return main.application.group
        if main.scope is Scope.GROUP:
            return main.key
        return self._archive.text("责任者") or self._setting("印发机关")

    def _day(self, main: ArchivedDocument) -> date | None:
        """Return when the item came to be: the last day that stands on it, else that by which it was due."""
        deadline = self._campaign.settings.reference
        if is_notice(main):
            return self._day_in("成文日期")
        if main.application is not None:
            return _day_of(main.application) or deadline
        if main.scope is Scope.GROUP:
            days = [_opinion_of(each) for each in self._campaign.applications if each.group == main.key]
            return max(filter(None, days), default=deadline)
        approved = [_day_of(each) for each in self._campaign.applications]
        return self._day_in("表彰日期") or max(filter(None, approved), default=deadline)

    def _setting(self, item: str) -> str:
        value = self._campaign.settings.values.get(item)
        return "" if value is None else str(value).strip()

    def _day_in(self, item: str) -> date | None:
        value = self._campaign.settings.values.get(item)
        return value if isinstance(value, date) else None


def _about(main: ArchivedDocument) -> str:
    application = main.application
    if application is None:
        return main.key
    name = application.post if application.award.kind is AwardKind.POST else application.person
    return " ".join(filter(None, (application.number, "".join(name.split()))))


def _opinion_of(application: Application) -> date | None:
    value = application.record.values.get("小组意见日期")
    return value if isinstance(value, date) else None


def _day_of(application: Application) -> date | None:
    value = application.record.values.get("审批日期")
    return value if isinstance(value, date) else _opinion_of(application)
