"""Whatever an application says: its form gives it back, and so does the workbook that it is collected into."""

import shutil
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awardgen.campaign import evaluate
from awardgen.collecting import Wishes, collect
from awardgen.collecting.forms import FormsOfCampaign, form_document, forms_in
from awardgen.documents import Contexts, PrintedDate, load_templates
from awardgen.word_text import WordFile
from awardgen.workbook import read_campaign
from tests.collecting.conftest import MOMENT

TEXT_COLUMNS = ("岗位名称", "岗位人员姓名", "主要事迹", "基层工会小组意见", "集团工会审批意见")
DATE_COLUMNS = ("小组意见日期", "审批日期")
LIKE_THE_FORM = (
    "岗位名称", "岗位人员姓名：", "主\n要\n事\n迹", "年 月 日", "2011年6月3日", "见附页", "岗位名称：东苑食堂",
    "岗位总人数", "基层工会小组意见", "附件2", "后勤集团优质服务示范岗申报表", "编号：SF-001", "：", "/", "无",
)  # fmt: skip
LIKE_SOMETHING_ELSE = (
    "=1+1", "+86", "-5", "@SUM(A1)", "007", "3.10", "1e5", "TRUE", "<b>&amp;</b>", "]]>", "{{ 编号 }}", "{% if %}",
    "_x0007_", "_x005F_", "'引号", "\u3000\u3000空两格", "行\n\n\n行", "制表\t符", "𠮷野家👨‍👩‍👧", "e\u0301",
    "\u202e倒", "长" * 3000,
)  # fmt: skip

characters = st.characters(
    exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t", exclude_characters="\ue0f0\ue0f1"
)
texts = (
    st.text(characters, max_size=40)
    | st.sampled_from(LIKE_THE_FORM + LIKE_SOMETHING_ELSE)
    | st.lists(
        st.sampled_from(LIKE_THE_FORM + LIKE_SOMETHING_ELSE + ("", " ", "于海抢修水管。")), max_size=4
    ).map("\n".join)
)
days = st.none() | st.dates(date(1990, 1, 1), date(2090, 12, 31))
applications = st.fixed_dictionaries(
    {
        **dict.fromkeys(TEXT_COLUMNS, texts),
        **dict.fromkeys(DATE_COLUMNS, days),
        "岗位总人数": st.none() | st.integers(0, 10**6),
    }
)


def shown(text):
    """Return what of a text can be seen: its lines, without blank ones and without white space at their ends."""
    return [line.strip() for line in str(text or "").splitlines() if "".join(line.split())]


def as_read(values):
    return {
        **{column: shown(values[column]) for column in TEXT_COLUMNS},
        **{column: values[column] for column in DATE_COLUMNS},
        "岗位总人数": values["岗位总人数"],
    }


class FormMaker:
    """Prints the form of the first award as `build` does."""

    def __init__(self, folder):
        campaign = read_campaign(folder).campaign
        self.plans = FormsOfCampaign(folder, campaign).plans
        self._blank = Contexts(campaign, evaluate(campaign)).blank_form(campaign.awards[0])
        self._template = load_templates(folder, campaign.documents).usable["示范岗申报表.docx"]

    def filled(self, values):
        printed = {
            column: PrintedDate(day.year, day.month, day.day) if column in DATE_COLUMNS else day
            for column, day in values.items()
            if day is not None
        }
        return self._template.render({**self._blank, **printed})


@pytest.fixture(scope="module")
def maker(built):
    return FormMaker(built.path)


class TestAnyApplication:
    @settings(max_examples=120, deadline=None)
    @given(values=applications)
    def test_comes_back_from_its_form(self, maker, values):
        document = form_document(WordFile(maker.filled(values)))
        (form,) = forms_in(document, maker.plans)
        assert {column: shown(form.values.get(column)) for column in TEXT_COLUMNS} == {
            column: shown(values[column]) for column in TEXT_COLUMNS
        }
        for column in DATE_COLUMNS:
            day = values[column]
            assert form.values.get(column, "") == (f"{day.year}年{day.month}月{day.day}日" if day else "")
        assert form.unclaimed == ()

    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(several=st.lists(applications, min_size=1, max_size=6))
    def test_comes_back_from_the_workbook(self, maker, built, tmp_path_factory, several):
        folder = tmp_path_factory.mktemp("any")
        shutil.copytree(built.path / "data", folder / "活动" / "data")
        shutil.copytree(built.path / "templates", folder / "活动" / "templates")
        # A post of its own each, or they would be one application that came twice.
        told = [{**values, "岗位名称": f"第{at}岗 {values['岗位名称']}"} for at, values in enumerate(several)]
        (folder / "交来").mkdir()
        for at, values in enumerate(told):
            (folder / "交来" / f"{at}.docx").write_bytes(maker.filled(values))
        collection = collect(folder / "活动", [folder / "交来"], Wishes(group="物业服务工会小组"), MOMENT)
        assert not [finding for finding in collection.findings if finding.kind.code not in ("AW513", "AW520")]
        campaign = read_campaign(folder / "活动").campaign
        read = campaign.applications_for(campaign.awards[0])[-len(told) :]
        for values, application in zip(told, read, strict=True):
            record = application.record.values
            got = {column: record.get(column) for column in as_read(values)}
            got |= {column: shown(got[column]) for column in TEXT_COLUMNS}
            assert got == as_read(values)
