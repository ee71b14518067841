"""Putting rendered documents into output/."""

from awardgen.publishing.published import PublishedDocument, Status
from awardgen.publishing.publisher import Publisher

__all__ = ["PublishedDocument", "Publisher", "Status"]
