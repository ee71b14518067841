from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a deed may lie, both inclusive (the notice, 五.3: 时间跨度).

    Raises ValueError where the last day comes before the first.
    """

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            message = f"window ends {self.last_day} before it starts {self.first_day}"
            raise ValueError(message)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first_day <= day <= self.last_day
