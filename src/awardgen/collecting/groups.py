"""Which 工会小组 a file comes from: by the folders that it lies in, or by its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError
from awardgen.workbook import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePosixPath

_ENDINGS = ("工会小组", "工会", "小组")
_LEAST = 2  # characters of a name without its ending


class Groups:
    """The groups of a campaign. names: as the campaign has them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {label_key(name): name for name in names if label_key(name)}
        self._short = {short: name for key, name in self._names.items() if (short := _without_ending(key))}

    def of_file(self, path: PurePosixPath) -> str | None:
        """Return the group that a file or one of its folders is named after, the nearest one first."""
        for name in (path.stem, *reversed(path.parts[:-1])):
            for known in (self._names, self._short):
                # A name may be part of a longer one's: 物业 of 物业维修.
                named = [key for key in known if key in label_key(name)]
                longest = max(named, key=len, default="")
                if longest and all(key in longest for key in named):
                    return known[longest]
                if named:
                    break
        return None

    def named(self, typed: str) -> str:
        """Return the group of that name, or the one that begins so; any will do while there are none.

        Raise AwardgenError.
        """
        if not self._names:
            return typed
        key = label_key(typed)
        found = self._names.get(key)
        beginning = [name for known, name in self._names.items() if key and known.startswith(key)]
        if found is None and len(beginning) == 1:
            found = beginning[0]
        if found is None:
            known = "、".join(self._names.values())
            raise AwardgenError(f"没有名为“{typed}”的工会小组。", f"--group 请写这些中的一个：{known}。")
        return found


def _without_ending(key: str) -> str:
    for ending in _ENDINGS:
        if key.endswith(ending):
            key = key.removesuffix(ending)
            return key if len(key) >= _LEAST else ""
    return ""
