"""What was read in write-ups before, so that a run reads only those that changed.

It is kept in the user's own cache, by the content of each text: `check` leaves the campaign's folder as it is, and
whoever empties the cache loses time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import awardgen.writeup
from awardgen.cache import cache_folder
from awardgen.fingerprint import code
from awardgen.text_digest import text_digest
from awardgen.writeup import Mention, MentionContext, Verdict, WriteUp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.checks.analyses import Analyser

_SCHEMA_VERSION: Final = 2
_MOST: Final = 300_000
_PATIENCE: Final = 5.0
_AT_ONCE: Final = 500


class Memory:
    """Analyses by one analyser. Where the cache cannot be used, nothing is remembered and nothing is said.

    in_full: they are not abridged; each kind is remembered by itself.
    """

    def __init__(self, analyser: Analyser, folder: Path | None = None, *, in_full: bool = False) -> None:
        self._extent = b"+" if in_full else b""
        self._path = (folder or cache_folder()) / "writeups.sqlite"
        self.digests: dict[str, bytes] = {}
        """Text → its key, of those that were asked for."""
        self._basis = hashlib.sha256(f"{code(Path(awardgen.writeup.__file__).parent)} {analyser!r}".encode())

    def recall(self, texts: Iterable[str]) -> dict[str, WriteUp]:
        """Return text → analysis for those that are remembered."""
        keys = {self._key(text) + self._extent: text for text in texts}
        try:
            with self._opened() as database:
                stored = [
                    row
                    for some in _slices(list(keys), _AT_ONCE)
                    for row in database.execute(
                        f"select key, found from writeup where key in ({','.join('?' * len(some))})",  # noqa: S608 - question marks
                        some,
                    )
                ]
            found = json.loads(f"[{','.join(each for _, each in stored)}]")
            texts_found = (keys[key] for key, _ in stored)
            return {text: _restored(text, each) for text, each in zip(texts_found, found, strict=True)}
        except (sqlite3.Error, OSError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            return {}

    def keep(self, analyses: Mapping[str, WriteUp]) -> None:
        """Remember these too; of very many, the oldest are forgotten."""
        rows = [(self._key(text) + self._extent, _stored(write_up)) for text, write_up in analyses.items()]
        with suppress(sqlite3.Error, OSError):
            try:
                self._write(rows)
            except sqlite3.OperationalError:  # it cannot be written, or another process is at it
                return
            except sqlite3.DatabaseError:  # a damaged cache is worth nothing
                self._path.unlink()
                self._write(rows)

    def _write(self, rows: Sequence[tuple[bytes, str]]) -> None:
        with self._opened() as database, database:
            database.executemany("insert or replace into writeup values (?, ?)", rows)
            database.execute(
                "delete from writeup where rowid <= (select max(rowid) from writeup) - ?", (_MOST,)
            )

    def _key(self, text: str) -> bytes:
        key = self.digests.get(text)
        if key is None:
            digest = self._basis.copy()
            digest.update(text_digest(text))
            key = self.digests[text] = digest.digest()
        return key

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as database:
            database.execute("pragma synchronous = off")
            (version,) = database.execute("pragma user_version").fetchone()
            if version != _SCHEMA_VERSION:
                with database:
                    database.execute("begin immediate")  # two processes may come first at once
                    database.execute("drop table if exists writeup")
                    database.execute("create table writeup (key blob unique, found text)")
                    database.execute(f"pragma user_version = {_SCHEMA_VERSION}")
            yield database


def _slices(keys: list[bytes], size: int) -> Iterable[list[bytes]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


def _stored(write_up: WriteUp) -> str:
    mentions = [
        [
            each.start, each.end, each.first_day.toordinal(), each.last_day.toordinal(),
            each.verdict, each.context, each.why, each.lender,
        ]
        for each in write_up.mentions
    ]  # fmt: skip
    return json.dumps([write_up.length, mentions], separators=(",", ":"))


def _restored(text: str, found: Any) -> WriteUp:  # noqa: ANN401 - JSON
    length, mentions = found
    day = date.fromordinal
    return WriteUp(
        length,
        tuple(
            Mention(
                start, end, text[start:end], day(first), day(last),
                _VERDICTS[verdict], _CONTEXTS[context], why, lender,
            )
            for start, end, first, last, verdict, context, why, lender in mentions
        ),
    )  # fmt: skip


_VERDICTS: Final = {each.value: each for each in Verdict}
_CONTEXTS: Final[dict[str | None, MentionContext | None]] = {
    None: None,
    **{each.value: each for each in MentionContext},
}
