"""The campaign as a whole: from the starter's workbooks to its documents."""

import json
import tomllib
from collections import Counter
from datetime import date
from unittest.mock import Mock

import pytest
from docx import Document

from awardgen import pipeline
from awardgen.errors import AwardgenError
from awardgen.finding import Severity
from awardgen.publishing import ledger
from awardgen.workbook import read_campaign
from tests.campaign_folder import REPOSITORY, text_of

GOLDEN = REPOSITORY / "tests" / "golden"


def statuses(report):
    return Counter(document.status.value for document in report.documents)


def codes(report):
    return {finding.kind.code for finding in report.findings}


def paths(report):
    return {document.path for document in report.documents}


def squeezed(text):
    return "".join(text.split())


class TestTheStarter:
    def test_check_finds_no_error_in_it(self, starter):
        report = pipeline.check(starter.path)
        assert [finding.message for finding in report.findings if finding.severity is Severity.ERROR] == []

    def test_check_writes_nothing(self, starter):
        pipeline.check(starter.path)
        assert not starter.output("").exists()

    def test_who_builds_a_slip_is_sent_to_check(self, starter):
        with pytest.raises(AwardgenError, match="退改通知单") as raised:
            pipeline.build(starter.path, pipeline.Choice(["退改通知单"]))
        assert "awardgen check" in raised.value.tip

    def test_build_writes_every_document_of_the_campaign(self, starter):
        report = pipeline.build(starter.path)
        assert statuses(report) == {"built": 52}
        assert paths(report) >= {
            "通知.docx",
            "附件1-评选细则.docx",
            "附件2-示范岗申报表.docx",
            "附件3-标兵申报表.docx",
            "申报表/示范岗申报表-SF-001-东苑食堂大众菜窗口.docx",
            "申报表/标兵申报表-BB-003-阿依古丽·买买提.docx",
            "事迹材料/BB-009-孙秀琴.docx",
            "参评人员名单/饮食服务工会小组.docx",
            "表彰名单.docx",
            "评分汇总表.docx",
        }

    def test_a_second_build_changes_nothing(self, starter):
        first = pipeline.build(starter.path)
        second = pipeline.build(starter.path)
        assert statuses(second) == {"unchanged": 52}
        assert [each.sha256 for each in first.documents] == [each.sha256 for each in second.documents]

    def test_it_has_what_a_campaign_can_meet(self, starter):
        campaign = read_campaign(starter.path).campaign
        applications = campaign.applications
        assert Counter(each.award.short_name for each in applications) == {"示范岗": 8, "标兵": 12}
        assert len(campaign.groups) >= 5
        assert len(campaign.judges) == 7
        assert [each.number for each in applications if each.accident] == ["SF-007"]
        assert [each.number for each in applications if each.decision] == ["BB-007"]
        assert any("·" in each.person for each in applications)
        assert {each.write_up.place.file for each in applications} == {
            "data/申报.xlsx",
            "data/事迹/BB-003.docx",
            "data/事迹/BB-009.txt",
        }


class TestTheNotice:
    def test_its_text_is_the_source_but_for_the_listed_corrections(self, starter):
        pipeline.build(starter.path, pipeline.Choice(["通知"]))
        source = (GOLDEN / "notice-2010-15.txt").read_text(encoding="utf-8")
        expected = squeezed(source.split("附件1：")[0])
        corrections = tomllib.loads((GOLDEN / "corrections.toml").read_text(encoding="utf-8"))["correction"]
        for each in corrections:
            before, after = squeezed(each["source"]), squeezed(each["corrected"])
            assert before in expected, each["reason"]
            expected = expected.replace(before, after)
        assert squeezed(starter.text_of("通知.docx")) == expected

    def test_next_year_needs_no_edit_in_word(self, starter):
        starter.set(
            活动年度=2012,
            发文字号="后集委发〔2012〕8号",
            成文日期=date(2012, 9, 10),
            印发日期=date(2012, 9, 12),
            事迹起始日期=date(2012, 9, 1),
            事迹截止日期=date(2013, 6, 30),
            申报截止日期=date(2013, 6, 30),
            附加分上限=8,
        )
        starter.edit("活动设置", "实施步骤", B2="2012年9月", B3="2012年10月—2013年5月", B4="2013年6月")
        pipeline.build(starter.path, pipeline.Choice(["通知"]))
        text = squeezed(starter.text_of("通知.docx"))
        assert "2010" not in text
        assert "2011" not in text
        assert "后集委发〔2012〕8号" in text
        assert "二○一二年九月十日" in text
        assert "2012年9月至2013年6月" in text
        assert "最高不超过8分" in text

    def test_a_renamed_award_is_renamed_throughout(self, starter):
        starter.edit("活动设置", "奖项", A2="服务先锋岗")
        pipeline.build(starter.path, pipeline.Choice(["通知"]))
        text = starter.text_of("通知.docx")
        before_phases = text.split("四、")[0].split("各工会小组：")[1]
        assert "服务先锋岗" in before_phases
        assert "优质服务示范岗" not in before_phases


class TestStagesNotReached:
    def test_settings_alone_give_notice_rubric_and_blank_forms(self, starter):
        starter.forget("申报", "评分")
        report = pipeline.build(starter.path)
        assert not report.has_errors
        assert paths(report) == {
            "通知.docx",
            "附件1-评选细则.docx",
            "附件2-示范岗申报表.docx",
            "附件3-标兵申报表.docx",
        }
        of_the_source = {
            "AW437",
            "AW438",
            "AW453",
        }  # infos that 活动设置.xlsx has by itself, as the notice did
        assert codes(report) == {"AW103"} | of_the_source

    def test_applications_without_scores_give_forms_but_no_list_of_winners(self, starter):
        starter.forget("评分")
        starter.edit("申报", "标兵", N8=None, O8=None)
        report = pipeline.build(starter.path)
        assert not report.has_errors
        assert {"表彰名单.docx", "评分汇总表.docx"}.isdisjoint(paths(report))
        assert "申报表/标兵申报表-BB-001-欧阳春梅.docx" in paths(report)

    def test_one_decision_is_no_result_yet(self, starter):
        starter.forget("评分")
        report = pipeline.build(starter.path)
        assert {"表彰名单.docx", "评分汇总表.docx"}.isdisjoint(paths(report))

    def test_an_award_without_its_sheet_makes_no_partial_list_and_loses_nothing(self, starter):
        pipeline.build(starter.path)
        before = starter.output("表彰名单.docx").read_bytes()
        starter.rename_sheet("申报", "示范岗", "另一张表")
        report = pipeline.build(starter.path)
        assert "removed" not in statuses(report)
        assert starter.output("表彰名单.docx").read_bytes() == before

    def test_a_stage_that_is_lost_again_removes_nothing(self, starter):
        pipeline.build(starter.path)
        starter.forget("申报", "评分")
        pipeline.build(starter.path)
        assert starter.output("表彰名单.docx").exists()
        assert starter.output("申报表/标兵申报表-BB-002-于海.docx").exists()


class TestADocumentOfTheirOwn:
    def test_a_template_and_a_row_make_certificates(self, starter):
        text = "{{ 岗位人员姓名 }}：被评为{{ 活动年度 }}年度{{ 奖项 }}，特发此证，以资鼓励。"
        starter.add_template("证书.docx", text)
        row = ("证书", "证书.docx", "申报", "获奖 and 奖项.类型 == '个人'", "证书/{{ 岗位人员姓名 }}.docx")
        starter.append("活动设置", "文书", *row)
        report = pipeline.build(starter.path, pipeline.Choice(["证书"]))
        assert statuses(report) == {"built": 6}
        assert starter.text_of("证书/于海.docx") == "于海：被评为2010年度优秀服务标兵，特发此证，以资鼓励。"

    def test_a_new_column_is_a_tag_at_once(self, starter):
        starter.edit("申报", "标兵", R1="政治 面貌（选填）", R3="中共党员")
        starter.add_template("登记.docx", "{{ 岗位人员姓名 }}，{{ 政治面貌 }}。")
        starter.append(
            "活动设置", "文书", "登记", "登记.docx", "申报", "奖项.简称 == '标兵'", "登记/{{ 编号 }}.docx"
        )
        report = pipeline.build(starter.path, pipeline.Choice(["登记"]))
        assert not [each for each in report.findings if each.place.file == "templates/登记.docx"]
        assert starter.text_of("登记/BB-002.docx") == "于海，中共党员。"
        assert starter.text_of("登记/BB-001.docx") == "欧阳春梅，。"


class TestAFaultyTemplate:
    def test_a_wrong_tag_names_the_template_the_place_and_the_nearest_name(self, starter):
        starter.add_template("证书.docx", "证书", "{{ 岗位人员姓明 }}")
        starter.append("活动设置", "文书", "证书", "证书.docx", "申报", None, "证书/{{ 编号 }}.docx")
        report = pipeline.build(starter.path)
        (found,) = [each for each in report.findings if each.place.file == "templates/证书.docx"]
        assert (found.kind.code, found.severity) == ("AW402", Severity.ERROR)
        assert "第2段" in found.message
        assert "岗位人员姓名" in found.message
        assert statuses(report) == {"built": 52, "withheld": 20}

    def test_a_template_that_is_not_there_withholds_only_its_own_documents(self, starter):
        (starter.path / "templates" / "表彰名单.docx").unlink()
        report = pipeline.build(starter.path)
        (found,) = [each for each in report.findings if each.kind.code == "AW401"]
        assert found.place.sheet == "文书"
        assert statuses(report) == {"built": 51, "withheld": 1}

    def test_a_condition_that_cannot_be_read_stands_at_its_cell(self, starter):
        starter.append("活动设置", "文书", "证书", "通知.docx", "申报", "获将", "证书/{{ 编号 }}.docx")
        (found,) = [each for each in pipeline.check(starter.path).findings if each.kind.code == "AW411"]
        assert (found.place.sheet, found.place.column) == ("文书", "条件")
        assert "获奖" in found.message


class TestWithheldDocuments:
    def test_an_empty_required_cell_withholds_its_application_and_the_lists_that_print_it(self, starter):
        pipeline.build(starter.path)
        starter.edit("申报", "示范岗", C3=None)
        report = pipeline.build(starter.path)
        assert {
            each.path
            for each in report.documents
            if each.status.value == "withheld" and each.applicant is None
        } == {
            "参评人员名单/公寓服务工会小组.docx",
            "表彰名单.docx",
            "评分汇总表.docx",
        }
        assert (
            Counter(each.applicant for each in report.documents if each.status.value == "withheld")["SF-002"]
            == 2
        )
        assert statuses(report) == {"withheld": 5, "unchanged": 47}
        old = "申报表/示范岗申报表-SF-002-东区3号公寓值班岗.docx"
        assert not starter.output(old).exists()
        assert starter.output(f".作废/{old}").exists()

    def test_an_empty_cell_that_a_list_does_not_print_leaves_it_alone(self, starter):
        starter.edit("申报", "示范岗", D3=None)
        report = pipeline.build(starter.path)
        withheld = [each.path for each in report.documents if each.status.value == "withheld"]
        assert "表彰名单.docx" not in withheld
        assert "申报表/示范岗申报表-SF-002-东区3号公寓值班岗.docx" in withheld

    @pytest.mark.parametrize("number", [None, "SF-001"])
    def test_a_number_that_is_missing_or_repeated_leaves_the_ranking_open(self, starter, number):
        starter.edit("申报", "示范岗", A4=number)
        report = pipeline.build(starter.path)
        assert "表彰名单.docx" in {each.path for each in report.documents if each.status.value == "withheld"}

    def test_a_number_that_is_lost_puts_its_documents_away(self, starter):
        pipeline.build(starter.path)
        starter.edit("申报", "示范岗", A4=None)
        pipeline.build(starter.path)
        old = "申报表/示范岗申报表-SF-003-东区锅炉房运行班.docx"
        assert not starter.output(old).exists()
        assert starter.output(f".作废/{old}").exists()

    def test_a_row_that_is_deleted_takes_its_documents_with_it(self, starter):
        pipeline.build(starter.path)
        starter.forget("评分")
        starter.delete_row("申报", "标兵", 13)
        report = pipeline.build(starter.path)
        assert {each.path for each in report.documents if each.status.value == "removed"} == {
            "申报表/标兵申报表-BB-012-周小兵.docx",
            "事迹材料/BB-012-周小兵.docx",
        }
        assert not starter.output(".作废").exists()

    def test_an_empty_criterion_withholds_the_rubric_that_prints_it(self, starter):
        starter.edit("活动设置", "评选细则", F5=None)
        report = pipeline.build(starter.path)
        withheld = {each.path for each in report.documents if each.status.value == "withheld"}
        assert withheld == {"附件1-评选细则.docx"}

    def test_an_open_tie_withholds_the_award_list_but_not_the_summary(self, starter):
        starter.set(同分比较=None)
        report = pipeline.build(starter.path)
        assert "AW311" in codes(report)
        assert {each.path for each in report.documents if each.status.value == "withheld"} == {
            "表彰名单.docx"
        }


class TestTheChoice:
    def test_one_application_leaves_the_others_alone(self, starter):
        report = pipeline.build(starter.path, pipeline.Choice(numbers=["BB-002"]))
        assert {each.applicant for each in report.documents} == {"BB-002"}
        assert statuses(pipeline.build(starter.path))["unchanged"] == 2

    def test_a_document_that_does_not_exist_is_refused(self, starter):
        with pytest.raises(AwardgenError, match="通告"):
            pipeline.build(starter.path, pipeline.Choice(["通告"]))

    def test_strict_makes_errors_of_warnings(self, starter):
        starter.edit("申报", "示范岗", H2="60%")
        for strict, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
            findings = pipeline.check(starter.path, strict=strict).findings
            assert [each.severity for each in findings if each.kind.code == "AW110"] == [severity]


def test_a_settled_finding_becomes_an_info_until_its_excerpt_changes(starter):
    starter.edit("申报", "示范岗", H2="60%")
    starter.append("活动设置", "核实", "SF-001", "AW110", "60%", "属实", "周文", date(2011, 6, 20))
    severities = {each.kind.code: each.severity for each in pipeline.check(starter.path).findings}
    assert severities["AW110"] is Severity.INFO
    starter.edit("申报", "示范岗", H2="50%")
    severities = {each.kind.code: each.severity for each in pipeline.check(starter.path).findings}
    assert severities["AW110"] is Severity.WARNING


@pytest.mark.parametrize(
    ("level", "strict", "severities"),
    [
        ("提示", False, [Severity.INFO]),
        ("警告", True, [Severity.ERROR]),
        ("提示", True, [Severity.INFO]),
        ("不检查", True, []),
    ],
)
def test_the_level_of_a_rule_is_the_campaigns_and_strict_comes_last(starter, level, strict, severities):
    starter.edit("申报", "示范岗", H2="60%")
    starter.append("活动设置", "检查规则", "AW110", level)
    findings = pipeline.check(starter.path, strict=strict).findings
    assert [each.severity for each in findings if each.kind.code == "AW110"] == severities


def test_every_kind_of_character_reaches_the_page(starter):
    strange = "A&B <公司> “引号” {{ 编号 }}\n第二行\t后 &lt; 😀𠮷"
    starter.edit("申报", "标兵", E3=strange)
    pipeline.build(starter.path, pipeline.Choice(numbers=["BB-002"]))
    form = text_of(starter.output("申报表/标兵申报表-BB-002-于海.docx"))
    assert strange in form


def test_an_output_folder_that_cannot_be_written_is_one_message(starter):
    starter.output("").write_bytes(b"a file in its place")
    with pytest.raises(AwardgenError, match="不能写入"):
        pipeline.build(starter.path)


def test_a_manifest_that_cannot_be_written_is_a_finding(starter, monkeypatch):
    monkeypatch.setattr(ledger, "write_manifest", Mock(side_effect=PermissionError(13, "denied")))
    report = pipeline.build(starter.path)
    (found,) = [each for each in report.findings if each.kind.code == "AW408"]
    assert found.place.file == "output/.manifest.json"
    assert statuses(report) == {"built": 52}


def test_a_template_used_by_two_rows_tells_of_its_fault_once(starter):
    starter.add_template("证书.docx", "{{ 岗位人员姓明 }}")
    for name in ("证书", "证书二"):
        starter.append("活动设置", "文书", name, "证书.docx", "申报", None, f"{name}/{{{{ 编号 }}}}.docx")
    found = [
        each for each in pipeline.check(starter.path).findings if each.place.file == "templates/证书.docx"
    ]
    assert len(found) == 1


def test_a_certificate_waits_while_its_tie_is_open(starter):
    starter.add_template("证书.docx", "{{ 岗位人员姓名 }}")
    starter.append("活动设置", "文书", "证书", "证书.docx", "申报", "获奖", "证书/{{ 编号 }}.docx")
    pipeline.build(starter.path)
    starter.set(同分比较=None)
    report = pipeline.build(starter.path)
    assert {
        each.path for each in report.documents if each.document == "证书" and each.status.value == "withheld"
    } == {
        "证书/BB-004.docx",
        "证书/BB-008.docx",
    }
    assert starter.output(".作废/证书/BB-008.docx").exists()


def test_a_folder_without_a_campaign_is_refused(tmp_path):
    with pytest.raises(AwardgenError, match="不是活动文件夹"):
        pipeline.check(tmp_path)


def test_documents_are_whole_word_files(starter):
    report = pipeline.build(starter.path)
    for document in report.documents:
        assert Document(starter.output(document.path)).element.body is not None


def test_the_manifest_lists_what_was_written(starter):
    report = pipeline.build(starter.path)
    manifest = json.loads(starter.output(".manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["documents"]) == paths(report)
