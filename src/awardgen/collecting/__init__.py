"""Returned forms and score sheets → the workbooks of a campaign."""

from awardgen.collecting.collection import Collection, Wishes, collect
from awardgen.collecting.intake import Collected, Outcome
from awardgen.collecting.score_sheet_files import write_score_sheets

__all__ = ["Collected", "Collection", "Outcome", "Wishes", "collect", "write_score_sheets"]
