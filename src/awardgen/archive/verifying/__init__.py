"""Checking a package, from which nothing is believed: it may come from anywhere, and from thirty years ago."""

from awardgen.archive.verifying.bag_files import BagFiles, check_files
from awardgen.archive.verifying.contents import Contents, check_contents
from awardgen.archive.verifying.opening import opened

__all__ = ["BagFiles", "Contents", "check_contents", "check_files", "opened"]
