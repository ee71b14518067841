"""Returned forms and score sheets → the workbooks of a campaign."""

from awardgen.collecting.collection import Collection, Wishes, collect
from awardgen.collecting.outcome import Collected, Outcome
from awardgen.collecting.scores import write_score_sheets

__all__ = ["Collected", "Collection", "Outcome", "Wishes", "collect", "write_score_sheets"]
