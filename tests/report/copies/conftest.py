from __future__ import annotations

import io

import openpyxl
import pytest

from awardgen.catalogue import tables
from awardgen.finding import Place
from awardgen.report.copies.workbook_copies import copy_workbooks

FILE = "data/申报.xlsx"


@pytest.fixture
def campaign_folder(tmp_path):
    """An empty campaign folder, and a way to put a workbook into it."""
    (tmp_path / "data").mkdir()

    def put(book, name="申报.xlsx"):
        book.save(tmp_path / "data" / name)

    put.path = tmp_path
    return put


@pytest.fixture
def copies(campaign_folder):
    """The copies of the folder's workbooks with these findings: name → workbook."""

    def copied(*findings):
        made = copy_workbooks(campaign_folder.path, "评选活动", findings)
        return {name: openpyxl.load_workbook(io.BytesIO(data), rich_text=True) for name, data in made}

    return copied


@pytest.fixture
def finding():
    """A finding at a cell of 申报.xlsx, as severe as its kind unless said otherwise."""

    def at(cell, message="必须填写。", kind=tables.REQUIRED_CELL_EMPTY, file=FILE, sheet="示范岗", **more):
        return kind.at(Place(file, sheet, cell, "岗位名称"), message, **more)

    return at
