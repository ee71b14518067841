from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import Campaign


def application_keys(campaign: Campaign) -> Mapping[int, str]:
    """Return row order → 编号, or where the row stands if it has none or that of an earlier one."""
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for each in campaign.applications:
        row = f"{each.record.source.sheet}第{each.record.row}行"
        keys[each.row_order] = each.number if each.number and each.number not in taken else row
        taken.add(each.number)
    return keys
