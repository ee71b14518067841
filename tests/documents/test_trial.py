"""Templates are tried out with values of every kind, and what nothing uses is told."""

import openpyxl
import pytest

from awardgen import pipeline
from tests.campaign_folder import CampaignFolder


@pytest.fixture
def campaign(tmp_path):
    return CampaignFolder(tmp_path)


def add_document(campaign, paragraph, scope="申报", condition=None):
    campaign.add_template("新.docx", paragraph)
    name = {"申报": "{{ 编号 }}", "小组": "{{ 小组 }}"}[scope]
    campaign.append("活动设置", "文书", "新", "新.docx", scope, condition, f"新/{name}.docx")


def add_column(campaign, header, *values):
    file = campaign.path / "data" / "申报.xlsx"
    book = openpyxl.load_workbook(file)
    sheet = book["示范岗"]
    column = sheet.max_column + 1
    for row, value in enumerate((header, *values), 1):
        sheet.cell(row, column, value)
    book.save(file)
    return f"{sheet.cell(1, column).coordinate}"


def found(campaign, *codes):
    return [each for each in pipeline.check(campaign.path).findings if each.kind.code in codes]


def test_what_fails_for_an_empty_cell_is_told_before_one_is_empty(campaign):
    add_document(campaign, "{{ 主要事迹|first }}")
    (finding,) = found(campaign, "AW414", "AW405")
    assert (finding.kind.code, finding.severity) == ("AW414", "warning")
    assert "可以留空的格没有填" in finding.message


def test_a_required_cell_is_not_taken_for_empty(campaign):
    add_document(campaign, "{{ 工会小组|first }}{{ 岗位人员姓名.split('、')|first }}")
    assert found(campaign, "AW414", "AW405") == []


def test_what_fails_for_an_empty_list_is_told(campaign):
    add_document(campaign, "{{ (得分列表|first).总分 }}")
    (finding,) = found(campaign, "AW414")
    assert "名单里一个也没有" in finding.message


def test_a_tag_that_asks_first_gets_through(campaign):
    add_document(
        campaign, "{% if 得分列表 %}{{ (得分列表|first).总分 }}{% endif %}{{ (主要事迹 or '无')|first }}"
    )
    assert found(campaign, "AW414", "AW405") == []


def test_a_value_that_only_some_applications_have_is_tried_out(campaign):
    add_column(campaign, "工龄", 12, 8, "约3年")
    add_document(campaign, "{{ 工龄 + 1 }}")
    (finding,) = found(campaign, "AW405", "AW414")
    assert (finding.kind.code, finding.applicant) == ("AW405", "SF-003")


def test_a_column_without_values_is_tried_with_every_kind(campaign):
    add_column(campaign, "入职日期")
    add_document(campaign, "{{ 入职日期.year }}")
    (finding,) = found(campaign, "AW414", "AW405")
    assert finding.severity == "info"
    assert "数字" in finding.message
    assert "日期" not in finding.message.replace("入职日期", "")


def test_a_column_that_staff_added_and_nothing_uses_is_told_at_its_header(campaign):
    cell = add_column(campaign, "备注说明", "甲")
    (finding,) = found(campaign, "AW415")
    assert (finding.place.sheet, finding.place.cell, finding.severity) == ("示范岗", cell, "info")


@pytest.mark.parametrize(
    ("paragraph", "condition"),
    [
        ("{{ 备注说明 }}", None),
        ("{{ 小组.申报列表|map(attribute='备注说明')|顿号 }}", None),
        ("甲", "备注说明 == '甲'"),
    ],
)
def test_a_column_that_a_template_or_condition_uses_is_not_told(campaign, paragraph, condition):
    add_column(campaign, "备注说明", "甲")
    add_document(campaign, paragraph, condition=condition)
    assert found(campaign, "AW415") == []


def test_nothing_is_called_unused_while_a_template_cannot_be_read(campaign):
    add_column(campaign, "备注说明", "甲")
    add_document(campaign, "{{ 备注说明")
    assert found(campaign, "AW415") == []


def test_a_template_that_no_row_names_is_told(campaign):
    campaign.add_template("证书.docx", "甲")
    (finding,) = found(campaign, "AW416")
    assert finding.place.file == "templates/证书.docx"


def test_the_starter_has_neither(campaign):
    assert found(campaign, "AW412", "AW413", "AW414", "AW415", "AW416") == []
