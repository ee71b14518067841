"""What decides how a package's documents look, beside the campaign: the code."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import awardgen


@cache
def code_version() -> str:
    """Return what changes whenever any of awardgen's code does: rules of scoring decide what a list says, too."""
    top = Path(awardgen.__file__).parent
    digest = hashlib.sha256(awardgen.__version__.encode())
    for path in sorted(top.rglob("*.py"), key=lambda each: each.relative_to(top).as_posix()):
        digest.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
