"""Every planted fault of a template is found at its own paragraph, all in one run, and nothing else is."""

import openpyxl
import pytest

from awardgen import pipeline
from tests.campaign_folder import CampaignFolder
from tests.faulty_templates import cases, correct

CASES = cases()
CORRECT = "没有错误"
FILE_NAMES = {"申报": "{{ 编号 }}", "活动": "一", "小组": "{{ 小组 }}"}


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """The findings of one check of a campaign with all these templates, by template."""
    campaign = CampaignFolder(tmp_path_factory.mktemp("campaign"))
    file = campaign.path / "data" / "活动设置.xlsx"
    book = openpyxl.load_workbook(file)
    for name, (scope, data, _) in {**CASES, CORRECT: ("申报", correct(), [])}.items():
        (campaign.path / "templates" / f"{name}.docx").write_bytes(data)
        book["文书"].append([name, f"{name}.docx", scope, None, f"{name}/{FILE_NAMES[scope]}.docx"])
    book.save(file)
    found = {}
    for finding in pipeline.check(campaign.path).findings:
        found.setdefault(finding.place.file, []).append(finding)
    return lambda name: [each for each in found.get(f"templates/{name}.docx", ()) if each.kind.code < "AW420"]


@pytest.mark.parametrize("name", CASES)
def test_planted_faults_are_found_where_they_stand_and_nothing_else_is(findings, name):
    left = findings(name)
    for planted in CASES[name][2]:
        found = [
            each
            for each in left
            if each.kind.code == planted.code
            and each.message.startswith(f"{planted.where}：")
            and planted.excerpt in (each.excerpt or "")
            and planted.message in each.message
        ]
        assert found, (planted, left)
        left.remove(found[0])
    assert left == []


def test_offsets_lead_to_the_tag_in_its_paragraph(findings):
    (finding,) = findings("名字错一字")
    assert "岗位：{{ 岗位名字 }}。"[finding.start : finding.end] == "{{ 岗位名字 }}"


def test_a_correct_template_has_no_finding(findings):
    assert findings(CORRECT) == []
