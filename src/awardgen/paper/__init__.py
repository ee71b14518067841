"""Documents on paper: a PDF beside each Word file, and sets of them to be printed. `printing` does the work."""

from awardgen.paper.printed import PrintedSet

__all__ = ["PrintedSet"]
