from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.campaign.record import Record


class RuleLevel(StrEnum):
    """级别: how a campaign wants a kind of finding to be told, or that it wants none of it."""

    ERROR = "错误"
    WARNING = "警告"
    INFO = "提示"
    OFF = "不检查"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """One row of 检查规则. level: None where the cell is empty or unreadable, which changes nothing."""

    record: Record
    code: str
    level: RuleLevel | None
