from __future__ import annotations

from io import BytesIO

import docx
import pytest


def save(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def build(*paragraphs):
    """A .docx of these paragraphs; a tuple is a paragraph of several runs, a list of lists a table."""
    document = docx.Document()
    for content in paragraphs:
        if isinstance(content, list):
            table = document.add_table(len(content), max(map(len, content)))
            for row, texts in zip(table.rows, content, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.paragraphs[0].add_run(text)
            continue
        paragraph = document.add_paragraph()
        for text in content if isinstance(content, tuple) else (content,):
            paragraph.add_run(text)
    return save(document)


@pytest.fixture(scope="session")
def word():
    return build


@pytest.fixture(scope="session")
def saved():
    return save


@pytest.fixture(scope="session")
def opened():
    return lambda data: docx.Document(BytesIO(data))


@pytest.fixture(scope="session")
def texts(opened):
    """The texts of a .docx: its body's paragraphs, then each table's rows."""

    def read(data):
        document = opened(data)
        tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
        return [paragraph.text for paragraph in document.paragraphs] + tables

    return read
