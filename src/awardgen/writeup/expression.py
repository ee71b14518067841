"""What the grammar reads out of a text, before any of it is given days."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final, NamedTuple


class Origin(Enum):
    """What a relative expression counts from."""

    REFERENCE = "reference"
    PREVIOUS = "previous"


class NameKind(StrEnum):
    """Where the days of a name come from."""

    STATUTORY = "statutory"
    LUNAR_DAY = "lunar day"
    LUNAR_MONTH = "lunar month"
    FIXED = "fixed"
    SOLAR_TERM = "solar term"
    CALENDAR = "calendar"
    EVENT = "event"
    TRAVEL_RUSH = "travel rush"


class TermPart(Enum):
    """The part of a school term that is meant."""

    OPENING = "opening"
    START = "start"
    END = "end"


class Shift(NamedTuple):
    """So many years, months or days from the reference or from the mention before."""

    origin: Origin
    steps: int


class Name(NamedTuple):
    """A holiday, a period of the school calendar, an event.

    day_only: the day itself, not the break around it. eve: the day before it.
    """

    kind: NameKind
    key: str
    day_only: bool = False
    eve: bool = False


class Term(NamedTuple):
    """A school term or school year: by number, or counted from the reference; both None: whichever fits."""

    number: int | None = None
    steps: int | None = None
    part: TermPart | None = None
    whole_year: bool = False


class Point(NamedTuple):
    """One date as it is written, whole or in part.

    year, years_last: 2009, 2010两年. months, days: first and last of a list (9、10月). year_part: months of a part of
    the year, counted from its January (冬天 is 12 to 14). month_part: days of a part of the month. week: how many weeks
    from the reference's, and the weekday. ago: count, unit and direction (三年前, 两个月后). school_year: the year in
    which it starts. week_of_month: which (5月第二周), of the year where no month is. weekday_of_month: which (-1: the
    last) and the weekday or weekend. quarter: how many from the reference's, and its part (上季度末).
    same_period: the part of that year that matches what was spoken of before (去年同期).
    """

    year: int | None = None
    years_last: int | None = None
    year_shift: Shift | None = None
    months: tuple[int, int] | None = None
    month_shift: Shift | None = None
    days: tuple[int, int] | None = None
    day_shift: Shift | None = None
    year_part: tuple[int, int] | None = None
    month_part: tuple[int, int] | None = None
    name: Name | None = None
    term: Term | None = None
    school_year: int | None = None
    lunar: tuple[int, int] | None = None
    week: tuple[int, int | None] | None = None
    ago: tuple[int, str, int] | None = None
    same_period: bool = False
    week_of_month: int | None = None
    quarter: tuple[int, str | None] | None = None
    weekday_of_month: tuple[int, int] | None = None

    def but(self, **changes: object) -> Point:
        """Return the point with these fields changed; _replace takes three times as long."""
        values: list[object] = list(self)
        for name, value in changes.items():
            values[_PLACES[name]] = value
        return tuple.__new__(Point, values)

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.year_shift is not None or self.school_year is not None

    @property
    def stands_alone(self) -> bool:
        """Say whether nothing but the reference is needed to give it days."""
        if self.year is not None or self.school_year is not None:
            return True
        shift = self.year_shift or self.month_shift or self.day_shift
        return (
            (shift is not None and shift.origin is _FROM_REFERENCE)
            or self.week is not None
            or self.quarter is not None
            or (self.term is not None and self.term.steps is not None)
        )


_PLACES: Final = {name: place for place, name in enumerate(Point._fields)}
_FROM_REFERENCE: Final = Origin.REFERENCE  # a member of an enumeration takes longer to look up


class Expression:
    """A time expression in the compact text: one point, or two that bound a range; or open to the reference.

    No dataclass, for the constructor of one cannot be compiled; nor are the other two that each mention needs.
    """

    __slots__ = ("end", "first", "is_open", "last", "start")

    def __init__(
        self, start: int, end: int, first: Point, last: Point | None = None, *, is_open: bool = False
    ) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.is_open = is_open

    def counted_from(self, first: Point) -> Expression:
        """Return the same expression, its first point counted from somewhere else."""
        return Expression(self.start, self.end, first, self.last, is_open=self.is_open)
