from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from awardgen.campaign.values import Value
    from awardgen.campaign.window import Window
    from awardgen.finding import Place


@dataclass(frozen=True, slots=True)
class Settings:
    """The sheet 基本信息.

    values: every 项目 with its 内容, also those that staff added.
    places: 项目 → the cell of its 内容.
    window: None where a day of it is missing, unreadable or the two are reversed.
    reference: 申报截止日期, the day from which 今年 and 去年 count.
    write_up_length: 字; length_above and length_below are shares of it.
    bonus_each, bonus_limit: points.
    judges_before_dropping: with more judges than this, one highest and one lowest total are dropped.
    tie_break: names of rubric groups, in the order in which they are compared.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    window: Window | None = None
    reference: date | None = None
    write_up_length: int = 1500
    length_above: Decimal = Decimal("0.10")
    length_below: Decimal = Decimal("0.30")
    bonus_each: Decimal = Decimal(1)
    bonus_limit: Decimal = Decimal(10)
    satisfaction_floor: Decimal = Decimal("0.85")
    judges_before_dropping: int = 5
    tie_break: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        """Return the notice's title, by which the campaign is known."""
        title = self.values.get("通知标题")
        return None if title is None else str(title)
