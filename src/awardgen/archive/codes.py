"""档号 (DA/T 22-2015, 5.4.1): 全宗号-门类代码·年度-保管期限-机构代码-件号, as Z109-WS·2011-D30-BGS-0001."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgen.campaign import ArchiveSettings

PERIODS: Final = {"永久": "Y", "30年": "D30", "10年": "D10"}


def period_code(settings: ArchiveSettings) -> str:
    """Return the code of 保管期限; what is no usual one stands for itself."""
    period = settings.text("保管期限")
    return PERIODS.get(period, period)


def archival_code(settings: ArchiveSettings, year: str, number: int) -> str:
    """Return the 档号 of an item. What a campaign does not have (a 全宗号, an agency) is left out."""
    category = "·".join(filter(None, (settings.text("门类代码"), year)))
    levels = (settings.text("全宗号"), category, period_code(settings), settings.text("机构代码"))
    return "-".join((*filter(None, levels), item_number(number)))


def item_number(number: int) -> str:
    """Return a 件号 as it is written: four digits."""
    return f"{number:04}"
