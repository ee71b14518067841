"""归档信息.json: what the package holds, for programs; `verify` holds the package against it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from awardgen.archive.entry import Entry, KeptDocument, KeptScan

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA_VERSION: Final = 1
LARGEST_RECORD: Final = 64 * 2**20
Kept = TypeVar("Kept", KeptScan, KeptDocument)


class RecordError(ValueError):
    """A record that cannot be read."""


@dataclass(frozen=True, slots=True)
class Record:
    """A package as it was made.

    awardgen: the version. code: what changes with awardgen's code. day: of archiving.
    errors: how many findings of severity error stood when it was made. documents: the archive's own, as 备考表.
    """

    awardgen: str
    code: str
    day: date
    campaign: str
    errors: int
    entries: tuple[Entry, ...]
    documents: tuple[KeptDocument, ...]


def record_json(record: Record) -> bytes:
    """Return the record as JSON; the same record gives the same bytes."""
    content = {"schema_version": SCHEMA_VERSION, **asdict(record), "day": record.day.isoformat()}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_record(data: bytes) -> Record:
    """Read a record, of which nothing is taken for granted. Raises RecordError."""
    try:
        content = json.loads(data)
        if content["schema_version"] != SCHEMA_VERSION:
            raise RecordError(content["schema_version"])
        record = Record(
            awardgen=_text(content["awardgen"]),
            code=_text(content["code"]),
            day=date.fromisoformat(_text(content["day"])),
            campaign=_text(content["campaign"]),
            errors=_whole(content["errors"]),
            entries=tuple(_entry(each) for each in _list(content["entries"])),
            documents=tuple(_kept(KeptDocument, each) for each in _list(content["documents"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RecordError(str(error)) from error
    return record


def _entry(stored: Mapping[str, Any]) -> Entry:
    lists = {"scans": KeptScan, "documents": KeptDocument}
    plain = {
        field.name: (_whole if field.name == "pages" else _text)(stored[field.name])
        for field in fields(Entry)
        if field.name not in lists
    }
    return Entry(
        **plain,  # type: ignore[arg-type]  # checked one by one
        scans=tuple(_kept(KeptScan, each) for each in _list(stored["scans"])),
        documents=tuple(_kept(KeptDocument, each) for each in _list(stored["documents"])),
    )


def _kept(kind: type[Kept], stored: Mapping[str, Any]) -> Kept:
    checked = {"pages": _whole, "is_edited": _flag}
    return kind(**{each.name: checked.get(each.name, _text)(stored[each.name]) for each in fields(kind)})  # type: ignore[arg-type]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
