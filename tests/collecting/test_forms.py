"""A returned form, however it was filled in, saved and mangled, gives back what it shows."""

import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awardgen.campaign import evaluate
from awardgen.collecting.forms import FormsOfCampaign, form_document, forms_in
from awardgen.documents import Contexts, load_templates
from awardgen.word_text import WordFile
from awardgen.workbook import read_campaign
from tests.collecting.conftest import codes

FILLED = {
    "岗位名称": "北门门卫岗",
    "岗位总人数": "3",
    "岗位人员姓名": "赵堃、钱祎、孙头",
    "主要事迹": "2010年9月迎新。\n\n2011年3月巡查。",
    "基层工会小组意见": "同意推荐。",
}
STORY = "自2010年9月以来，门卫岗全体人员坚持二十四小时值守，" * 8


def filled(form):
    return form.fill(**FILLED)


def assert_is_filled(row):
    assert row["岗位名称"] == "北门门卫岗"
    assert row["岗位总人数"] == 3
    assert row["岗位人员姓名"] == "赵堃、钱祎、孙头"
    assert row["主要事迹"].split() == ["2010年9月迎新。", "2011年3月巡查。"]
    assert row["基层工会小组意见"] == "同意推荐。"


class TestValues:
    def test_are_read_from_a_blank_form_that_was_filled_in_by_typing(self, desk):
        filled(desk.post_form()).save(desk.folder / "申报表.docx")
        desk.collect(group="物业服务工会小组")
        assert_is_filled(desk.last_row("示范岗"))

    def test_dates_are_taken_out_of_the_opinions_cell(self, desk):
        form = filled(desk.post_form()).date("基层工会小组意见", "2011 年 6 月 3 日")
        form.date("集团工会审批意见", "2011年6月20日 （章）").save(desk.folder / "申报表.docx")
        desk.collect()
        row = desk.last_row("示范岗")
        assert f"{row['小组意见日期']:%Y-%m-%d}" == "2011-06-03"
        assert f"{row['审批日期']:%Y-%m-%d}" == "2011-06-20"
        assert row["基层工会小组意见"] == "同意推荐。"

    def test_an_opinion_without_its_date_line_is_all_text(self, desk):
        form = filled(desk.post_form())
        cell = form.value_cell("基层工会小组意见")
        cell._tc.remove(cell.paragraphs[-1]._p)
        form.save(desk.folder / "申报表.docx")
        desk.collect()
        assert desk.last_row("示范岗")["基层工会小组意见"] == "同意推荐。"
        assert desk.last_row("示范岗")["小组意见日期"] is None

    @pytest.mark.parametrize(
        "mangle",
        [
            lambda form: form.in_content_control("岗位名称"),
            lambda form: form.with_row("联系电话", "87654321"),
            lambda form: form.with_rows_turned_round(),
            lambda form: form.with_blank_paragraphs("岗位名称"),
            lambda form: form.without_marks().in_a_table(),
            lambda form: form.without_marks().without_title(),
        ],
        ids=["content control", "own row", "turned round", "blank paragraphs", "mail", "no title"],
    )
    def test_survive(self, desk, mangle):
        mangle(filled(desk.post_form())).save(desk.folder / "申报表.docx")
        desk.collect()
        assert_is_filled(desk.last_row("示范岗"))

    def test_tracked_changes_count_as_accepted(self, desk):
        filled(desk.post_form()).tracked("岗位名称", "（夜班）", "（白班）").save(desk.folder / "申报表.docx")
        desk.collect()
        assert desk.last_row("示范岗")["岗位名称"] == "北门门卫岗（夜班）"

    def test_a_write_up_under_the_table_is_the_write_up(self, desk):
        values = {**FILLED, "主要事迹": "见附页"}
        form = desk.post_form().fill(**values).with_story_below("主要事迹", STORY)
        form.save(desk.folder / "申报表.docx")
        desk.collect()
        assert desk.last_row("示范岗")["主要事迹"] == STORY

    def test_a_column_that_staff_added_is_a_label_too(self, desk):
        desk.campaign.edit("申报", "示范岗", R1="联系电话")
        filled(desk.post_form()).with_row("联系电话", "87654321").save(desk.folder / "申报表.docx")
        desk.collect()
        assert desk.last_row("示范岗")["联系电话"] == "87654321"

    @pytest.mark.office
    @pytest.mark.parametrize("suffix", ["docx", "doc"])
    def test_survive_a_resave_by_another_program(self, desk, suffix):
        path = filled(desk.post_form()).save(desk.folder.parent / "原件" / "申报表.docx")
        profile = f"-env:UserInstallation={(desk.folder.parent / 'profile').as_uri()}"
        subprocess.run(
            [
                shutil.which("soffice"),
                profile,
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                desk.folder,
                path,
            ],
            check=True,
            capture_output=True,
        )
        desk.collect()
        assert_is_filled(desk.last_row("示范岗"))


class TestRecognition:
    def test_the_title_tells_the_award_where_the_file_carries_no_mark(self, desk):
        form = desk.person_form().without_marks().fill(岗位名称="电工", 岗位人员姓名="周甲")
        form.save(desk.folder / "表.docx")
        desk.collect()
        assert desk.last_row("标兵")["岗位人员姓名"] == "周甲"

    def test_a_form_that_fits_several_awards_is_a_finding(self, desk):
        desk.campaign.append("活动设置", "奖项", "优秀班组长", "班组长", "个人", 2, 4, "名次")
        form = desk.person_form().without_marks().without_title().fill(岗位名称="电工", 岗位人员姓名="周甲")
        form.save(desk.folder / "表.docx")
        collection = desk.collect()
        assert codes(collection) == ["AW502"]
        assert "优秀服务标兵、优秀班组长" in collection.findings[0].message

    def test_a_letter_is_no_form(self, desk):
        form = desk.person_form()
        form.table._tbl.getparent().remove(form.table._tbl)
        form.save(desk.folder / "信.docx")
        assert codes(desk.collect()) == ["AW502"]

    def test_an_empty_form_is_a_finding(self, desk):
        desk.post_form().save(desk.folder / "空表.docx")
        assert codes(desk.collect()) == ["AW512"]

    def test_build_marks_the_forms_that_it_makes(self, campaign):
        file = WordFile(campaign.output("申报表/标兵申报表-BB-002-于海.docx"))
        assert file.properties == {"awardgen.表": "标兵", "awardgen.编号": "BB-002"}


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn"), include_characters="\n"),
    min_size=1,
    max_size=60,
)


@pytest.fixture(scope="module")
def post_form(built):
    """Fill in the form of the first award, and read it back."""
    campaign = read_campaign(built.path).campaign
    forms = FormsOfCampaign(built.path, campaign)
    blank = Contexts(campaign, evaluate(campaign)).blank_form(campaign.awards[0])
    template = load_templates(built.path, campaign.documents).usable["示范岗申报表.docx"]

    def fill_and_read(values):
        document = form_document(WordFile(template.render({**blank, **values})))
        return next(iter(form.values for form in forms_in(document, forms.plans)), {})

    return fill_and_read


class TestAnyText:
    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        values=st.fixed_dictionaries(
            dict.fromkeys(("岗位名称", "岗位人员姓名", "主要事迹", "基层工会小组意见"), TEXTS)
        )
    )
    def test_goes_into_a_form_and_comes_back_as_it_shows(self, post_form, values):
        """White space at a line's ends does not show; neither does a blank line between paragraphs."""
        shown = post_form({name: text.strip() for name, text in values.items()})
        for name, text in values.items():
            assert "".join(shown.get(name, "").split()) == "".join(text.split())
