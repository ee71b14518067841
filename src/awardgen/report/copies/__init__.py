"""output/检查/: copies of the workbooks with the findings at their cells, the list of findings, the slips."""

from awardgen.report.copies.results import fill_slips, hold_results

__all__ = ["fill_slips", "hold_results"]
