"""The terminal that staff read, and how the levels of findings look on it."""

from __future__ import annotations

from rich.console import Console

from awardgen.finding import Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def terminal() -> Console:
    """Return the terminal. Chinese breaks anywhere; it wraps better than a renderer that looks for spaces."""
    return Console(soft_wrap=True, highlight=False)
