from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from awardgen.finding import Kind


class Unreadable(Exception):  # noqa: N818 - it never leaves the package: the row's reader makes it a finding
    """A cell does not hold what its column is for.

    reason: Chinese, a clause without its full stop.
    hint: Chinese, what to do; empty where the kind says it.
    """

    def __init__(self, kind: Kind, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.hint = hint
