from io import BytesIO

import docx
import pytest

from awardgen.documents import load_templates
from tests.builders import document_row


@pytest.fixture
def campaign_folder(tmp_path):
    """A campaign folder; templates: file name → paragraph, or the bytes of a file."""

    def make(**templates):
        (tmp_path / "templates").mkdir()
        for name, content in templates.items():
            path = tmp_path / "templates" / f"{name}.docx"
            path.write_bytes(content if isinstance(content, bytes) else _word(content))
        return tmp_path

    return make


def _word(text):
    document, buffer = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def load(folder, *names):
    rows = [document_row("甲.docx", template=name, row=row) for row, name in enumerate(names, start=2)]
    loaded = load_templates(folder, rows)
    return sorted(loaded.usable), [
        (each.kind.code, each.place.file, each.place.cell) for each in loaded.findings
    ]


def test_a_template_is_read_once_however_many_rows_name_it(campaign_folder):
    folder = campaign_folder(表="{{ 编号 }}", 坏=b"")
    assert load(folder, "表.docx", "表.docx") == (["表.docx"], [])
    assert len(load(folder, "坏.docx", "坏.docx")[1]) == 1


@pytest.mark.parametrize("name", ["没有.docx", "../活动设置.xlsx", "/etc/hostname", "."])
def test_a_template_that_is_not_in_the_folder_is_found_at_the_row(campaign_folder, name):
    assert load(campaign_folder(), name) == ([], [("AW401", "data/活动设置.xlsx", "B2")])


def test_what_is_no_word_file_is_found_at_the_template(campaign_folder):
    assert load(campaign_folder(表=b"PK"), "表.docx") == ([], [("AW401", "templates/表.docx", None)])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ 编号", "AW403"),
        ("{% if 编号 %}", "AW403"),
        ("{{ 编号|没有 }}", "AW403"),
        ("{{ 编号._x }}", "AW404"),
    ],
)
def test_a_slip_in_a_tag_is_found_at_the_template(campaign_folder, text, code):
    usable, findings = load(campaign_folder(表=text), "表.docx")
    assert (usable, findings) == ([], [(code, "templates/表.docx", None)])


def test_a_row_without_a_template_is_told_of_at_its_cell_alone(campaign_folder):
    assert load(campaign_folder(), "") == ([], [])


def test_a_template_that_another_program_holds_is_found_at_the_template(campaign_folder, monkeypatch):
    def held(_):
        raise PermissionError(13, "Permission denied")

    folder = campaign_folder(表="正文")
    monkeypatch.setattr("pathlib.Path.read_bytes", held)
    assert load(folder, "表.docx") == ([], [("AW401", "templates/表.docx", None)])
