from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.finding import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign.values import Value
    from awardgen.finding import Place


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """The sheet 归档.

    values: every 项目 with its 内容, the usual one where the sheet has none; also those that staff added.
    places: 项目 → the cell of its 内容.
    place: the sheet; nowhere where there is none.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    place: Place = NOWHERE

    def text(self, item: str) -> str:
        """Return the text of an 内容, empty where there is none."""
        value = self.values.get(item)
        return "" if value is None else str(value).strip()

    def whole(self, item: str, otherwise: int) -> int:
        """Return a whole number; `otherwise` where there is none that can be read."""
        value = self.values.get(item)
        return int(value) if isinstance(value, Decimal) else otherwise

    def day(self, item: str) -> date | None:
        """Return a day, None where there is none that can be read."""
        value = self.values.get(item)
        return value if isinstance(value, date) else None
