"""What zipfile raises for what is no zip, a damaged one, or one with a password: it has no error for all of them."""

from __future__ import annotations

from lzma import LZMAError
from typing import Final
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

DAMAGED_ZIP: Final = (BadZipFile, ZlibError, LZMAError, RuntimeError, EOFError, ValueError)
"""A password and a method that is not known are RuntimeErrors."""
UNREADABLE_ZIP: Final = (*DAMAGED_ZIP, OSError)
"""Likewise, or the file cannot be reached."""
