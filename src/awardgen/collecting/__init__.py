"""Returned forms → the workbooks of a campaign."""

from awardgen.collecting.collection import Collection, Wishes, collect
from awardgen.collecting.intake import Collected, Outcome

__all__ = ["Collected", "Collection", "Outcome", "Wishes", "collect"]
