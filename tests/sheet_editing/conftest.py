import pytest

from tests.sheet_editing.books import rich_by_openpyxl, rich_by_xlsxwriter


@pytest.fixture(scope="session")
def rich_books():
    """By the library that made them: a workbook, its sheet, and the last row of its table."""
    return {
        "openpyxl": (rich_by_openpyxl(), "示范岗", 3),
        "xlsxwriter": (rich_by_xlsxwriter(), "标 兵", 4),
    }


@pytest.fixture(params=["openpyxl", "xlsxwriter"])
def rich(request, rich_books):
    return rich_books[request.param]
