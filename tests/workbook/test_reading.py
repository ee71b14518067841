import shutil
import subprocess
from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import AwardKind, Decision, ListOrder, Scope
from awardgen.errors import AwardgenError
from awardgen.finding import Severity

SCORED = ("SF-1", "高志远", 40, 55.5)


def _found(reading, code):
    return [finding for finding in reading.findings if finding.kind.code == code]


def test_a_folder_without_settings_is_no_campaign(campaign):
    campaign.applications({})
    with pytest.raises(AwardgenError) as refused:
        campaign.read()
    assert "awardgen init" in refused.value.tip


def test_settings_that_cannot_be_opened_end_the_job(campaign):
    campaign.file("活动设置.xlsx", b"x")
    with pytest.raises(AwardgenError, match=r"活动设置\.xlsx打不开"):
        campaign.read()


@pytest.mark.parametrize("name", ["申报", "评分"])
def test_a_later_workbook_that_cannot_be_opened_is_a_finding(campaign, name):
    reading = campaign.settings().file(f"{name}.xlsx", b"x").read()
    (finding,) = _found(reading, "AW117")
    assert finding.place.file == f"data/{name}.xlsx"


def test_workbooks_that_are_not_there_yet_are_stages_not_reached(campaign):
    reading = campaign.settings().read()
    assert [finding.place.file for finding in _found(reading, "AW103")] == [
        "data/申报.xlsx",
        "data/评分.xlsx",
    ]
    assert reading.campaign.applications == ()


def test_sheets_with_headers_only_are_stages_not_reached(campaign):
    reading = campaign.settings().applications({}).scores().read()
    assert [finding.place.sheet for finding in _found(reading, "AW103")] == ["标兵", "评分"]


@pytest.mark.parametrize("rows", [(), (("编号", "评委"),)])
def test_a_sheet_without_rows_may_lack_columns(campaign, rows):
    reading = campaign.settings().applications({}, people=({},)).book("评分", 评分=rows).read()
    assert [finding.kind.code for finding in reading.findings] == ["AW103"]


def test_evidence_is_missed_only_when_there_are_scores(campaign):
    reading = campaign.settings().applications({}, people=({},)).scores(SCORED).read()
    assert [finding.place.sheet for finding in _found(reading, "AW103")] == ["附加分"]


def test_a_misnamed_sheet_is_pointed_out(campaign):
    campaign.settings().book("申报", 示范岗位=(("编号", "工会小组"), ("SF-1", "饮食小组")))
    first, second = _found(campaign.read(), "AW103")[:2]
    assert "示范岗位" in first.message
    assert first.severity is Severity.WARNING
    assert second.severity is Severity.INFO


def test_sheets_that_the_settings_lack_are_reported(campaign):
    campaign.book("活动设置", **{"基 本信息": (("项目", "内容"),), "核实": (("编号", "代码"),)})
    missing = [finding.place.sheet for finding in _found(campaign.read(), "AW121")]
    assert missing == ["奖项", "实施步骤", "评选细则", "工会小组", "评委", "文书"]


def test_an_application(campaign):
    more = {
        "顾客满意度": 0.92,
        "安全责任事故": "无",
        "小组推荐": "否",
        "评定结果": "授予",
        "评定理由": "破格",
        "裁定名次": 2,
    }
    reading = campaign.settings().applications(more, people=({},)).read()
    post, person = reading.campaign.applications
    assert (post.number, post.group, post.post, post.person) == ("SF-1", "饮食小组", "窗口", "丁一、于海")
    assert (post.satisfaction, post.accident, post.recommended) == (Decimal("0.92"), False, False)
    assert (post.decision, post.reason, post.settled_rank) == (Decision.GRANTED, "破格", 2)
    assert (post.row_order, person.row_order) == (0, 1)
    assert (post.award.kind, person.award.kind) == (AwardKind.POST, AwardKind.INDIVIDUAL)
    assert post.award is reading.campaign.awards[0]
    assert post.award.columns[:2] == ("编号", "工会小组")
    assert post.record.place("岗位名称").file == "data/申报.xlsx"
    assert (person.satisfaction, person.accident, person.recommended, person.decision) == (
        None,
        None,
        None,
        None,
    )


def test_what_cannot_be_read_leaves_the_attribute_empty(campaign):
    more = {"顾客满意度": "很高", "安全责任事故": "轻微", "评定结果": "同意", "裁定名次": "第一"}
    reading = campaign.settings().applications(more).read()
    (post,) = reading.campaign.applications
    assert (post.satisfaction, post.accident, post.decision, post.settled_rank) == (None, None, None, None)
    assert post.record.text("安全责任事故") == "轻微"
    codes = [finding.kind.code for finding in reading.findings if finding.applicant == "SF-1"]
    assert codes == ["AW109", "AW111", "AW111", "AW107"]


@pytest.mark.parametrize("ruling", [0, "0", -1])
def test_a_ruling_counts_from_one(campaign, ruling):
    reading = campaign.settings().applications({"裁定名次": ruling}).read()
    (finding,) = _found(reading, "AW119")
    assert (finding.place.cell, finding.place.column, finding.applicant) == ("G2", "裁定名次", "SF-1")
    assert reading.campaign.applications[0].settled_rank is None


def test_a_number_merged_over_the_rows_of_its_judges_is_missed_in_each_of_them(campaign):
    """Which application a score belongs to is not guessed."""
    reading = campaign.settings().applications({}).scores(SCORED, ("", "李明", 40, 55)).read()
    (finding,) = _found(reading, "AW101")
    assert (finding.place.sheet, finding.place.cell) == ("评分", "A3")
    assert [row.number for row in reading.campaign.scores] == ["SF-1", ""]


def test_scores_stand_under_the_numbers_of_the_criteria(campaign):
    reading = campaign.settings().applications({}).scores(SCORED).read()
    (row,) = reading.campaign.scores
    assert (row.number, row.judge) == ("SF-1", "高志远")
    assert row.points == {"1": Decimal(40), "2": Decimal("55.5")}
    assert reading.campaign.headers["评分"] == ("编号", "评委", "1", "2")


@pytest.mark.parametrize("header", ["１", "1.0", " 1 "])
def test_a_criterion_column_however_its_number_is_written(campaign, header):
    campaign.settings().book("评分", 评分=(("编号", "评委", header, "2.00"), SCORED))
    assert campaign.read().campaign.scores[0].points["1"] == Decimal(40)


def test_a_score_that_is_empty_or_unreadable(campaign):
    reading = campaign.settings().scores(("SF-1", "高志远", "", "优")).read()
    assert reading.campaign.scores[0].points == {"1": None, "2": None}
    (empty,) = _found(reading, "AW301")
    (unreadable,) = _found(reading, "AW302")
    assert (empty.place.cell, empty.applicant, unreadable.place.cell) == ("C2", "SF-1", "D2")
    assert "高志远" in empty.message


def test_a_criterion_without_a_column(campaign):
    reading = campaign.settings().book("评分", 评分=(("编号", "评委", 1), ("SF-1", "高志远", 40))).read()
    (finding,) = _found(reading, "AW102")
    assert finding.place.column == "2"
    assert reading.campaign.scores[0].points == {"1": Decimal(40), "2": None}


def test_evidence(campaign):
    evidence = (("SF-1", date(2010, 10, 8), "锦旗", "张老师", "是"), ("SF-1", "x", "来电", "李老师", ""))
    first, second = campaign.settings().scores(SCORED, evidence=evidence).read().campaign.evidence
    assert (first.day, first.form, first.source, first.verified) == (
        date(2010, 10, 8),
        "锦旗",
        "张老师",
        True,
    )
    assert (second.day, second.verified) == (None, False)


def test_the_cells_of_a_rubric_group_may_be_merged(campaign):
    rows = (
        {"项目": "甲", "通知称谓": "甲称", "项目分值": 10, "序号": 1, "评选标准": "一", "分值": 5},
        {"序号": 2, "评选标准": "二", "分值": 5},
        {"项目": "乙", "序号": "３", "评选标准": "三", "分值": 90},
    )
    reading = campaign.settings(评选细则=rows).read()
    first, second = reading.campaign.rubric.groups
    assert [criterion.number for criterion in first.criteria] == ["1", "2"]
    assert (first.notice_name, first.points, second.notice_name, second.points) == (
        "甲称",
        Decimal(10),
        "乙",
        None,
    )
    assert first.criteria[1].record.values["通知称谓"] == "甲称"
    assert not _found(reading, "AW101")


def test_awards_fall_back_to_what_harms_least(campaign):
    rows = ({"奖项": "奖", "简称": "奖", "类型": "集体", "名额": "若干", "名单排序": "随意"},)
    reading = (
        campaign.settings(奖项=({**rows[0], "类型": "岗位"},))
        .book("活动设置", 奖项=(tuple(rows[0]), tuple(rows[0].values())))
        .read()
    )
    (award,) = reading.campaign.awards
    assert (award.kind, award.quota, award.list_order) == (AwardKind.POST, None, ListOrder.RANK)
    assert [f.place.cell for f in reading.findings if f.place.sheet == "奖项"] == ["C2", "D2", "E2"]


def test_the_lists_of_the_settings(campaign):
    day = date(2011, 6, 30)
    reading = campaign.settings(
        实施步骤=({"步骤": "宣传", "开始日期": day},),
        文书=(
            {"文书": "通知", "模板": "通知.docx", "范围": "活动", "条件": "获奖", "文件名": "a.docx"},
            {"文书": "证书", "模板": "证书.docx", "范围": "每人", "文件名": "b.docx"},
        ),
        核实=({"编号": "SF-1", "代码": "AW204", "摘录": "2009年"},),
        生僻字=({"字": "𬀩", "参照字": "韦"},),
        评委=({"评委": "高志远 ", "工会小组": " 饮食小组"},),
    ).read()
    read = reading.campaign
    assert (read.phases[0].name, read.phases[0].record.values["开始日期"]) == ("宣传", day)
    (document,) = read.documents
    assert (document.template, document.scope, document.condition) == ("通知.docx", Scope.CAMPAIGN, "获奖")
    assert [f.place.cell for f in _found(reading, "AW111")] == ["C3"]
    assert (read.settlements[0].number, read.settlements[0].code, read.settlements[0].excerpt) == (
        "SF-1",
        "AW204",
        "2009年",
    )
    assert read.stroke_references == {"𬀩": "韦"}
    assert (read.judges[0].name, read.judges[0].group) == ("高志远", "饮食小组")
    assert [group.name for group in read.groups] == ["饮食小组"]


@pytest.mark.office
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_other_kinds_of_workbook_read_alike(campaign, tmp_path, suffix):
    before = campaign.settings().applications({"顾客满意度": 0.92, "小组意见日期": date(2011, 6, 15)}).read()
    data = campaign.folder / "data"
    subprocess.run(
        [
            shutil.which("soffice"),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", suffix, "--outdir", data, data / "申报.xlsx"),
        ],
        check=True,
        capture_output=True,
    )
    (data / "申报.xlsx").unlink()
    after = campaign.read()
    assert after.campaign.applications[0].record.source.file == f"data/申报.{suffix}"
    assert after.campaign.applications[0].record.values == before.campaign.applications[0].record.values


def test_full_width_numbers_are_the_plain_ones_and_print_as_typed(campaign):
    evidence = (("SF－1", date(2010, 10, 8), "锦旗", "张老师", "是"),)
    campaign.settings(核实=({"编号": "ＳＦ-1", "代码": "AW204"},))
    campaign.applications({"编号": "ＳＦ-１"}).scores(("SF-1", "高志远", 40, 55), evidence=evidence)
    read = campaign.read().campaign
    named = (*read.applications, *read.scores, *read.evidence, *read.settlements)
    assert [each.number for each in named] == ["SF-1"] * 4
    assert read.applications[0].record.text("编号") == "ＳＦ-１"


def test_the_calendar(campaign):
    rows = (
        {"名称": "2011年寒假", "开始": date(2011, 1, 15), "结束": "2011年2月20日"},
        {"名称": "运动会", "开始": date(2011, 4, 28), "结束": date(2011, 4, 28)},
        {"名称": "暑假", "开始": date(2011, 9, 1), "结束": date(2011, 7, 10)},
        {"名称": "校庆", "开始": "五月", "结束": date(2011, 5, 4)},
    )
    reading = campaign.settings(校历=rows).read()
    assert [(each.name, each.first_day, each.last_day) for each in reading.campaign.periods] == [
        ("2011年寒假", date(2011, 1, 15), date(2011, 2, 20)),
        ("运动会", date(2011, 4, 28), date(2011, 4, 28)),
    ]
    (reversed_,) = _found(reading, "AW126")
    assert (reversed_.severity, reversed_.place.cell, reversed_.place.column) == (
        Severity.ERROR,
        "C4",
        "结束",
    )


def test_without_a_calendar_there_are_no_periods(campaign):
    campaign.book("活动设置", 基本信息=(("项目", "内容"),))
    reading = campaign.read()
    assert reading.campaign.periods == ()
    assert "校历" not in {finding.place.sheet for finding in reading.findings}
