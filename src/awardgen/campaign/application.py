from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from awardgen.campaign.award import Award
    from awardgen.campaign.record import Record
    from awardgen.finding import Place


class Decision(StrEnum):
    """评定结果: what the union decided, whatever the rank."""

    GRANTED = "授予"
    REFUSED = "不授予"


def number_key(number: str) -> str:
    """Return what two 编号 have in common that cannot be told apart: in a file name on Windows case does not count."""
    return number.casefold()


@dataclass(frozen=True, slots=True)
class WrittenText:
    """The text of a write-up or summary with the cell or file it stands in; paragraphs end in a line feed."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Application:
    """One row of 申报.xlsx: a post or a person put forward.

    number: 编号 with full-width forms made plain, empty where missing. Scores refer to it; the record has it
        as typed.
    row_order: counts the rows of all sheets from 0; it settles what nothing else does.
    post, person: 岗位名称 and 岗位人员姓名 (for a post the names of its people as typed).
    write_up: the text in which 字数 is counted and dates are read; None where there is none.
    summary: 主要事迹 where a write-up stands elsewhere, else None.
    accident: a 安全责任事故 happened; None where the cell is empty or unreadable.
    recommended: 小组推荐; None where the cell is empty or unreadable.
    settled_rank: 裁定名次.
    """

    record: Record
    award: Award
    number: str
    row_order: int
    group: str
    post: str
    person: str
    write_up: WrittenText | None = None
    summary: WrittenText | None = None
    satisfaction: Decimal | None = None
    accident: bool | None = None
    recommended: bool | None = None
    decision: Decision | None = None
    reason: str = ""
    settled_rank: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One judge's scores for one application: criterion number → points, None where empty or unreadable."""

    record: Record
    number: str
    judge: str
    points: Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One 附加分 row: thanks that someone sent."""

    record: Record
    number: str
    day: date | None
    form: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Settlement:
    """One row of 核实: a person looked at a finding and settled it."""

    record: Record
    number: str
    code: str
    excerpt: str
