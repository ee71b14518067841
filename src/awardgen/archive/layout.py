"""Where things lie in a package. All paths are relative to it, with forward slashes."""

from __future__ import annotations

from typing import Final

PAYLOAD: Final = "data"
RECORD: Final = f"{PAYLOAD}/归档信息.json"
CATALOGUE_WORKBOOK: Final = f"{PAYLOAD}/归档文件目录.xlsx"
FINDINGS: Final = f"{PAYLOAD}/归档时的问题.txt"
ITEMS: Final = f"{PAYLOAD}/件"
CAMPAIGN: Final = f"{PAYLOAD}/活动"
OTHER_SCANS: Final = f"{PAYLOAD}/其他签章件"
SCANS, WORD, PDF = "正本", "原件", "PDF"
GUIDE: Final = "说明.txt"


def storable(path: str) -> str:
    """Return a path as the package can hold it: in manifests % begins a code (RFC 8493, 2.1.3)."""
    return path.replace("%", "％")
