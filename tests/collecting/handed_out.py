"""Forms as they come back: filled in, marked up and mangled the way people and programs do it."""

from copy import deepcopy
from itertools import pairwise
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
POST_FORM, PERSON_FORM = "附件2-示范岗申报表.docx", "附件3-标兵申报表.docx"


class ReturnedForm:
    """A Word form that an applicant has in hand."""

    def __init__(self, path):
        self.document = Document(path)

    @property
    def table(self):
        return self.document.tables[0]

    def label_cell(self, label):
        """Return the cell that reads like the label."""
        cells = (cell for row in self.table.rows for cell in row.cells)
        return next(cell for cell in cells if "".join(cell.text.split()) == label)

    def value_cell(self, label):
        """Return the cell right of the one that reads like the label."""
        for row in self.table.rows:
            cells = list(dict.fromkeys(row.cells))
            for cell, following in pairwise(cells):
                if "".join(cell.text.split()) == label:
                    return following
        raise AssertionError(label)

    def fill(self, **values):
        """Type text into cells: fill(岗位名称="门卫")."""
        for label, text in values.items():
            first, *rest = text.split("\n")
            cell = self.value_cell(label)
            cell.paragraphs[0].add_run(first)
            after = cell.paragraphs[0]._p
            for line in rest:
                paragraph = deepcopy(cell.paragraphs[0]._p)
                for run in paragraph.findall(qn("w:r")):
                    paragraph.remove(run)
                after.addnext(paragraph)
                after = paragraph
                run = OxmlElement("w:r")
                written = OxmlElement("w:t")
                written.text = line
                run.append(written)
                paragraph.append(run)
        return self

    def date(self, label, text):
        """Write over the line 年 月 日 of an opinion's cell."""
        paragraph = self.value_cell(label).paragraphs[-1]
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
        return self

    def without_marks(self):
        """Lose the file's own properties, as pasting it into a mail does."""
        for relationship in list(self.document.part.package.rels.values()):
            if relationship.reltype.endswith("/custom-properties"):
                del self.document.part.package.rels[relationship.rId]
        return self

    def without_title(self):
        for paragraph in list(self.document.paragraphs):
            paragraph._p.getparent().remove(paragraph._p)
        return self

    def retitled(self, title):
        self.without_title()
        self.table._tbl.addprevious(self.document.add_paragraph(title)._p)
        return self

    def in_content_control(self, label):
        """Wrap what a cell holds in a content control, as a form's designer does."""
        paragraph = self.value_cell(label).paragraphs[0]._p
        control = parse_xml(f'<w:sdt xmlns:w="{WORD}"><w:sdtPr/><w:sdtContent/></w:sdt>')
        paragraph.addprevious(control)
        control.find(qn("w:sdtContent")).append(paragraph)
        return self

    def tracked(self, label, inserted, deleted):
        """Put a tracked insertion and deletion into a cell."""
        paragraph = self.value_cell(label).paragraphs[0]._p
        for xml in (
            f"<w:ins {{0}}><w:r><w:t>{inserted}</w:t></w:r></w:ins>",
            f"<w:del {{0}}><w:r><w:delText>{deleted}</w:delText></w:r></w:del>",
        ):
            paragraph.append(parse_xml(xml.format(f'xmlns:w="{WORD}" w:id="1" w:author="甲"')))
        return self

    def with_row(self, *texts):
        """Add a row of one's own in the middle of the table."""
        row = deepcopy(self.table.rows[1]._tr)
        cells = row.findall(qn("w:tc"))
        for cell, text in zip(cells, texts, strict=True):
            for each in cell.iter(qn("w:t")):
                each.text = ""
            run = OxmlElement("w:r")
            written = OxmlElement("w:t")
            written.text = text
            run.append(written)
            cell.find(qn("w:p")).append(run)
        self.table.rows[1]._tr.addnext(row)
        return self

    def with_rows_turned_round(self):
        rows = [row._tr for row in self.table.rows]
        for row in rows:
            self.table._tbl.remove(row)
        for row in reversed(rows):
            self.table._tbl.append(row)
        return self

    def with_blank_paragraphs(self, label):
        cell = self.value_cell(label)
        cell._tc.insert(1, OxmlElement("w:p"))
        cell._tc.append(OxmlElement("w:p"))
        return self

    def in_a_table(self):
        """Lay the form out in another table, as a mail program does."""
        outer = self.document.add_table(1, 1)
        outer.cell(0, 0)._tc.insert(1, self.table._tbl)
        return self

    def with_story_below(self, *lines):
        body = self.document.element.body
        for line in lines:
            body.insert(len(body) - 1, self.document.add_paragraph(line)._p)
        return self

    def save(self, path):
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.document.save(path)
        return path
