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
        if each.number and each.number not in taken:
            keys[each.row_order] = each.number
            taken.add(each.number)
        else:
            keys[each.row_order] = f"{each.record.source.sheet}第{each.record.row}行"
    return keys
