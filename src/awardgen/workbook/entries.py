"""The rows of 申报.xlsx and 评分.xlsx → applications, score rows, evidence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from awardgen.campaign import Application, Decision, Evidence, Percent, Row, ScoreRow, YesNo
from awardgen.workbook.campaign_sheets import whole_in
from awardgen.workbook.cells import normal, without_unprintable
from awardgen.workbook.identities import NUMBER_HEADER, application_number, name_in
from awardgen.workbook.writeups import WriteUps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from awardgen.campaign import Award, Criterion, Record, Value
    from awardgen.finding import Finding
    from awardgen.workbook.identities import KnownNames, KnownNumbers
    from awardgen.workbook.table import Table

_DECISIONS = {decision.value: decision for decision in Decision}


def applications_from(
    rows: Iterable[tuple[Award, Record]], folder: Path, findings: list[Finding]
) -> tuple[Application, ...]:
    """Return the applications of all awards, with their write-ups. folder: the campaign's."""
    listed = list(rows)
    write_ups = WriteUps(folder, [application_number(record) for _, record in listed], findings)
    return tuple(
        _application(award, record, order, write_ups) for order, (award, record) in enumerate(listed)
    )


def _application(award: Award, record: Record, row_order: int, write_ups: WriteUps) -> Application:
    write_up, summary = write_ups.of(record)
    satisfaction = record.values.get("顾客满意度")
    return Application(
        record,
        award,
        number=application_number(record),
        row_order=row_order,
        group=name_in(record, "工会小组"),
        post=name_in(record, "岗位名称"),
        person=name_in(record, "岗位人员姓名"),
        write_up=write_up,
        summary=summary,
        satisfaction=satisfaction.fraction if isinstance(satisfaction, Percent) else None,
        accident=yes_in(record, "安全责任事故"),
        recommended=yes_in(record, "小组推荐"),
        decision=_DECISIONS.get(record.text("评定结果")),
        reason=record.text("评定理由"),
        settled_rank=whole_in(record, "裁定名次"),
    )


def yes_in(record: Record, column: str) -> bool | None:
    """Return what a 是/否 or 有/无 column says; None where it is empty or unreadable."""
    value = record.values.get(column)
    return bool(value) if isinstance(value, YesNo) else None


def score_rows_from(
    scored: Table, criteria: tuple[Criterion, ...], known: KnownNumbers, judges: KnownNames
) -> tuple[ScoreRow, ...]:
    """Return the rows of 评分; points that are empty, unreadable or without a column are None."""
    positions = {number: index for index, number in enumerate({each.number: None for each in criteria})}
    empty = (None,) * len(scored.records)
    columns = [_points(scored.columns.get(number, empty)) for number in positions]
    points = zip(*columns, strict=True) if columns else ((),) * len(empty)
    numbers = _each_once(scored.columns.get(NUMBER_HEADER, empty), lambda text: known.spelled(normal(text)))
    named = _each_once(
        scored.columns.get("评委", empty), lambda text: judges.spelled(without_unprintable(text))
    )
    return tuple(
        ScoreRow(record, number, judge, Row(positions, of_row))
        for record, number, judge, of_row in zip(scored.records, numbers, named, points, strict=True)
    )


def _each_once(column: Sequence[Value], read: Callable[[str], str]) -> list[str]:
    """Read the texts of a column; equal ones are read once, as each stands in some rows."""
    known = {value: read("" if value is None else str(value)) for value in set(column)}
    return [known[value] for value in column]


def _points(column: Sequence[Value]) -> list[Decimal | None]:
    return [value if isinstance(value, Decimal) else None for value in column]


def evidence_from(records: Iterable[Record], known: KnownNumbers) -> tuple[Evidence, ...]:
    """Return the evidence; what is not said to be verified is not."""
    return tuple(
        Evidence(
            record,
            number=known.spelled(application_number(record)),
            day=day if isinstance(day := record.values.get("日期"), date) else None,
            form=record.text("类型"),
            source=record.text("来源"),
            verified=yes_in(record, "查实") or False,
        )
        for record in records
    )
