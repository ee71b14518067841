from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.publishing.manifest import journal_lines
from awardgen.publishing.names import JOURNAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.publishing.folder import Folder
    from awardgen.publishing.manifest import Entry


class Journal:
    """Tells of each file as soon as it is written, until the manifest does.

    It is only for runs that are cut short, so a place that cannot append is no reason to stop.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._refused = False

    def append(self, entries: Sequence[tuple[str, Entry]]) -> None:
        """Tell of files just written."""
        if self._refused or not entries:
            return
        try:
            self._folder.append(JOURNAL, journal_lines(entries).encode())
        except OSError:
            self._refused = True

    def remove(self) -> None:
        """End it: the manifest has all that it says."""
        try:
            self._folder.remove(JOURNAL)
        except OSError:
            return
