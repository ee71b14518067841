"""Putting rendered documents into output/. `production`, which fills them, needs much and is imported by itself."""

from awardgen.publishing.last_run import NEVER, last_run_at
from awardgen.publishing.published import PublishedDocument, Status
from awardgen.publishing.publisher import Publisher

__all__ = ["NEVER", "PublishedDocument", "Publisher", "Status", "last_run_at"]
