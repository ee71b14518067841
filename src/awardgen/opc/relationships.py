"""What a part of a package refers to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One reference of a part. kind: its type, an address. target: the name of the part that it leads to."""

    id: str
    kind: str
    target: str

    @property
    def short_kind(self) -> str:
        """The last word of the type: transitional and strict files have it in common."""
        return self.kind.rpartition("/")[2]


def relationships_part(source: str) -> str:
    """Return the name of the part that lists what `source` refers to; an empty source is the package itself."""
    path = PurePosixPath(source)
    return str(path.parent / "_rels" / f"{path.name}.rels")


def relationships_within(root: _Element, source: str) -> list[Relationship]:
    """Return the references to parts of the package. root: of the part that lists them."""
    folder = PurePosixPath(source).parent
    return [
        Relationship(each.get("Id", ""), each.get("Type", ""), _resolved(folder, each.get("Target", "")))
        for each in root.iter(_RELATIONSHIP)
        if each.get("TargetMode") != "External"
    ]


def _resolved(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.parts if step != "."]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
