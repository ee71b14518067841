"""Every field comes back, whatever was done to the form; what belongs in no column is a finding."""

import io
import shutil
import subprocess
from pathlib import PurePosixPath

import pytest

from awardgen.collecting.forms import FormsOfCampaign
from awardgen.collecting.intake import Intake
from awardgen.collecting.reading import Known, read_file
from awardgen.collecting.sources import HandedIn
from awardgen.office import as_docx
from awardgen.workbook import read_campaign
from tests.collecting.damages import DAMAGES, VALUES, filled
from tests.collecting.handed_out import POST_FORM, ReturnedForm

GROUP = "物业服务工会小组"


@pytest.fixture(scope="module")
def read(built):
    """Read a file as `collect` does; return what would be written, and the codes of what was found."""
    campaign = read_campaign(built.path).campaign
    forms = FormsOfCampaign(built.path, campaign)
    known = Known(forms.plans, campaign.rubric.criteria)

    def read(data, name="申报表.docx"):
        file = HandedIn(PurePosixPath(name), data)
        found = read_file(file, known)
        intake = Intake(campaign, forms.shown_in, group=GROUP)
        collected = [intake.take(form, file, found.findings) for form in found.forms]
        told = [each.kind.code for each in found.findings if each.kind.code != "AW513"]
        return [dict(each.changes) for each in collected if each], told

    return read


@pytest.fixture
def blank(built):
    return ReturnedForm(built.output(POST_FORM))


def saved(form):
    content = io.BytesIO()
    form.document.save(content)
    return content.getvalue()


def lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def assert_complete(rows):
    (row,) = rows
    assert {column: lines(str(row[column])) for column in VALUES} == {
        column: lines(text) for column, text in VALUES.items()
    }
    assert (f"{row['小组意见日期']}", f"{row['审批日期']}") == ("2011-06-03", "2011-06-20")
    assert (row["编号"], row["工会小组"]) == ("SF-009", GROUP)
    assert set(row) == {"编号", "工会小组", *VALUES, "小组意见日期", "审批日期"}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_field_comes_back(read, blank, damage):
    rows, told = read(saved(damage(blank)))
    assert_complete(rows)
    assert told == []


class TestWhatBelongsInNoColumn:
    def test_is_a_finding_and_the_others_are_read(self, read, blank):
        rows, told = read(saved(filled(blank).with_row("联系电话", "87654321")))
        assert_complete(rows)
        assert told == ["AW519"]

    def test_is_nothing_where_nothing_was_filled_in(self, read, blank):
        assert read(saved(filled(blank).with_row("联系电话", "")))[1] == []

    def test_is_a_second_value_of_a_field_too(self, read, blank):
        rows, told = read(saved(filled(blank).with_row("岗位名称", "南门")))
        assert (rows[0]["岗位名称"], told) == ("北门门卫岗", ["AW519"])

    def test_is_a_value_in_brackets_behind_its_label_too(self, read, blank):
        filled(blank, without=("岗位名称",)).label_cell("岗位名称").paragraphs[0].add_run("（北门门卫岗）")
        assert read(saved(blank))[1] == ["AW519"]

    def test_is_a_picture_in_place_of_a_text_too(self, read, blank):
        form = filled(blank, without=("主要事迹",))
        image = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,"
        image += b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
        form.value_cell("主要事迹").paragraphs[0].add_run().add_picture(io.BytesIO(image))
        assert read(saved(form))[1] == ["AW519"]


@pytest.mark.office
@pytest.mark.parametrize("kind", ["docx", "doc", "odt"])
def test_every_field_comes_back_through_another_program(read, built, tmp_path, kind):
    """Whatever was done, then saved by LibreOffice, and read through it where it is no .docx."""
    kept = [each for each in DAMAGES if "text_box" not in each.__name__]
    for damage in kept:
        damage(ReturnedForm(built.output(POST_FORM))).save(tmp_path / "原件" / f"{damage.__name__}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        shutil.which("soffice"),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        tmp_path / kind,
    ]
    subprocess.run([*command, *sorted((tmp_path / "原件").iterdir())], check=True, capture_output=True)
    contents = [(tmp_path / kind / f"{damage.__name__}.{kind}").read_bytes() for damage in kept]
    for data in contents if kind == "docx" else as_docx(contents):
        assert_complete(read(data)[0])
