"""A name stands for one row of its sheet: a later row that takes it again is reported and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import tables
from awardgen.workbook.cells import excerpt_of, squeeze
from awardgen.workbook.identities import name_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import Record
    from awardgen.finding import Finding


def with_own_names(
    records: Sequence[Record], columns: Sequence[str], findings: list[Finding]
) -> tuple[Record, ...]:
    """Return the rows that repeat no earlier row's name in any of the columns."""
    first: dict[tuple[str, str], str] = {}
    kept = []
    for record in records:
        names = {column: (column, squeeze(name)) for column in columns if (name := name_in(record, column))}
        repeated = {column: first[key] for column, key in names.items() if key in first}
        for column, earlier in repeated.items():
            name = name_in(record, column)
            message = f"“{name}”与{earlier}重复，这一行没有采用。"
            findings.append(tables.NAME_REPEATED.at(record.place(column), message, excerpt=excerpt_of(name)))
        if not repeated:
            kept.append(record)
            first |= {key: f"{record.place(column).cell}" for column, key in names.items()}
    return tuple(kept)
