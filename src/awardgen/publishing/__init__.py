"""Putting rendered documents into output/."""

from awardgen.publishing.publisher import PublishedDocument, Publisher, Status

__all__ = ["PublishedDocument", "Publisher", "Status"]
