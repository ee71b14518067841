"""A copy of the starter campaign that a test may change as a clerk would."""

import shutil
from pathlib import Path

import openpyxl
from docx import Document

REPOSITORY = Path(__file__).parents[1]


class CampaignFolder:
    """A campaign folder and the things a clerk does to it."""

    def __init__(self, path):
        self.path = path
        for name in ("data", "templates"):
            shutil.copytree(REPOSITORY / name, path / name)

    def edit(self, workbook, sheet, **cells):
        """Write values into cells: edit("申报", "示范岗", B2="…")."""
        file = self.path / "data" / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(file)
        for cell, value in cells.items():
            book[sheet][cell] = value
        book.save(file)

    def set(self, **settings):
        """Change 内容 in 基本信息: set(活动年度=2011)."""
        file = self.path / "data" / "活动设置.xlsx"
        book = openpyxl.load_workbook(file)
        rows = {row[0].value: row[1] for row in book["基本信息"].iter_rows()}
        for name, value in settings.items():
            rows[name].value = value
        book.save(file)

    def append(self, workbook, sheet, *row):
        file = self.path / "data" / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(file)
        book[sheet].append(row)
        book.save(file)

    def rename_sheet(self, workbook, sheet, name):
        file = self.path / "data" / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(file)
        book[sheet].title = name
        book.save(file)

    def delete_row(self, workbook, sheet, row):
        file = self.path / "data" / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(file)
        book[sheet].delete_rows(row)
        book.save(file)

    def forget(self, *workbooks):
        """Take workbooks away: the stage they belong to is not reached."""
        for name in workbooks:
            (self.path / "data" / f"{name}.xlsx").unlink()

    def add_template(self, name, *paragraphs):
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(self.path / "templates" / name)

    def output(self, name):
        return self.path / "output" / name

    def text_of(self, name):
        """Return the text of a document in output/, paragraphs in body order, tables too."""
        return text_of(self.output(name))


def text_of(path):
    """Return a Word file's text: one line a paragraph."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = {f"{word}br": "\n", f"{word}tab": "\t"}

    def text(element):
        return (element.text or "") if element.tag == f"{word}t" else marks.get(element.tag, "")

    paragraphs = Document(path).element.body.iter(f"{word}p")
    return "\n".join("".join(map(text, paragraph.iter())) for paragraph in paragraphs)
