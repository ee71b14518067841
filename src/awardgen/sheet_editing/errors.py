"""Why an edit was not made. Nothing of the workbook has changed then, and other edits may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError
from awardgen.sheet_editing.references import cell_name

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an edit was to be made: a cell, or a whole row where column is None. From 1."""

    sheet: str
    row: int
    column: int | None = None

    def __str__(self) -> str:
        where = f"第{self.row}行" if self.column is None else cell_name(self.row, self.column)
        return f"工作表“{self.sheet}”{where}"


class EditingError(AwardgenError):
    """A workbook cannot be edited, or not in this way."""


class UnusableWorkbookError(EditingError):
    """A file is no .xlsx, or one that is locked or damaged."""


class UnknownSheetError(EditingError):
    """There is no sheet of that name, or a new one cannot have it."""


class EditRefusedError(EditingError):
    """An edit would harm what stands around it. spot: where; why: Chinese, a clause without its full stop."""

    def __init__(self, spot: Spot, why: str, tip: str = "") -> None:
        super().__init__(f"{spot}：{why}。", tip)
        self.spot = spot
        self.why = why

    def __reduce__(self) -> tuple[Callable[..., EditRefusedError], tuple[Spot, str, str]]:  # type: ignore[override]
        return (type(self), (self.spot, self.why, self.tip))


class RowsInTheWayError(EditRefusedError):
    """A row cannot be added without moving down those below it, to which formulas and names may refer."""


class UnstorableValueError(EditRefusedError):
    """A value is not one that a cell can hold."""
