"""What is about to be written, told before it is, until the manifest tells it.

A run that is cut short at any moment leaves each file either as the manifest has it or as a journal does, so the
next run takes neither for somebody's work. Each batch has a journal of its own, as several processes write at once
and not every place can append to a file.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING

from awardgen.publishing.manifest import entries_of, entry_as_json
from awardgen.publishing.names import JOURNAL_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgen.publishing.folder import Folder
    from awardgen.publishing.manifest import Entry


class Journals:
    """The journals in a folder: those that earlier runs left, and those of this one. files: of the folder."""

    def __init__(self, folder: Folder, files: Iterable[str]) -> None:
        self._folder = folder
        self._run = secrets.token_hex(4)
        self._names = [path for path in files if path.startswith(f"{JOURNAL_FOLDER}/")]
        self.left_behind = bool(self._names)

    def new(self) -> str:
        """Return where a new journal lies."""
        self._names.append(f"{JOURNAL_FOLDER}/{self._run}-{len(self._names)}")
        return self._names[-1]

    def read(self) -> Mapping[str, Sequence[Entry]]:
        """Return path → what may lie there, as far as the journals can be read."""
        told: defaultdict[str, list[Entry]] = defaultdict(list)
        for name in self._names:
            try:
                lines = self._folder.read(name).decode(errors="replace").splitlines()
            except OSError:
                continue
            for line in lines:
                try:
                    path, stored = json.loads(line)
                    (entry,) = entries_of([stored])
                    told[path].append(entry)
                except (ValueError, TypeError, RecursionError):
                    continue
        return told

    def remove(self) -> None:
        """End them: the manifest has all that they say."""
        for name in self._names:
            try:
                self._folder.remove(name)
            except OSError:
                continue
        self._names.clear()


def write_ahead(folder: Folder, journal: str, entries: Iterable[tuple[str, Entry]]) -> None:
    """Tell what is about to be written. It is only for runs that are cut short, so a refusal stops nothing."""
    lines = [f"[{_quoted(path)}, {entry_as_json(entry)}]" for path, entry in entries]
    if not lines:
        return
    try:
        folder.write(journal, "\n".join(lines).encode())
    except OSError:
        return
