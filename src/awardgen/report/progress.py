"""Progress for whoever runs a command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from awardgen.progress import SILENT

if TYPE_CHECKING:
    from awardgen.progress import Progress


def progress_for_terminal() -> Progress:
    """Return what shows progress on standard error where that is a terminal, else what shows nothing."""
    if not sys.stderr.isatty():
        return SILENT
    from awardgen.report.progress_bar import TerminalProgress  # noqa: PLC0415 - rich, which nothing else needs

    return TerminalProgress()
