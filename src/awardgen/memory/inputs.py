from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.layout import DATA_FOLDER

if TYPE_CHECKING:
    from awardgen.fingerprint import Inputs
    from awardgen.workbook import Workbook


def files_in_data(inputs: Inputs) -> list[str]:
    """Return what lies in data/ itself: a copy beside a workbook, or that it is open, is told of."""
    return [path for path in inputs.files if PurePosixPath(path).parent.name == DATA_FOLDER]


def files_of_workbook(inputs: Inputs, workbook: Workbook) -> list[tuple[str, str]]:
    """Return each file that may be the workbook, with the digest of its content."""
    return [
        (path, inputs.files[path])
        for path in files_in_data(inputs)
        if PurePosixPath(path).stem == workbook.name
    ]
