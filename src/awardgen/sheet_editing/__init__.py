"""Changing cells of an .xlsx that someone else made, and nothing else in it.

No library that writes .xlsx keeps all that one may hold (pictures, threaded comments, extended validations, OLE
objects). Here only the parts that change are read and written, as XML; every other part stays as it lies in the zip.
"""

from awardgen.sheet_editing.editor import WorkbookEditor
from awardgen.sheet_editing.errors import (
    EditingError,
    EditRefusedError,
    RowsInTheWayError,
    UnknownSheetError,
    UnstorableValueError,
    UnusableWorkbookError,
)
from awardgen.sheet_editing.values import Value

__all__ = [
    "EditRefusedError",
    "EditingError",
    "RowsInTheWayError",
    "UnknownSheetError",
    "UnstorableValueError",
    "UnusableWorkbookError",
    "Value",
    "WorkbookEditor",
]
