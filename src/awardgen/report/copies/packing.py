"""A workbook as bytes, the same for the same content."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.workbook.properties import CalcProperties
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook

_MADE = datetime(2010, 9, 1)  # noqa: DTZ001 - any constant will do: the same content, the same bytes
_PACKED = (1980, 1, 1, 0, 0, 0)


class _ConstantArchive(zipfile.ZipFile):
    """An archive whose entries all have one date."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:  # noqa: ANN401 - as zipfile's
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), _PACKED)
        entry.compress_type = zipfile.ZIP_DEFLATED
        super().writestr(entry, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:  # noqa: ANN401 - likewise
        self.writestr(arcname, Path(filename).read_bytes())


def packed(workbook: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    properties = workbook.properties
    properties.created = properties.modified = _MADE
    # The library keeps formulas without their results.
    workbook.calculation = CalcProperties(fullCalcOnLoad=True)
    made = io.BytesIO()
    with _ConstantArchive(made, "w") as archive:
        ExcelWriter(workbook, archive).write_data()
    return made.getvalue()
