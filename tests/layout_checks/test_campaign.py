"""`check` measures the templates of a campaign by the edition that it names; `build` does not."""

import pytest

from awardgen import pipeline
from tests.layout_checks.notices import Notice


def layout_codes(report):
    return [each.kind.code for each in report.findings if each.kind.code.startswith(("AW46", "AW47"))]


@pytest.mark.parametrize("edition", ["GB/T 9704-1999", "GB/T 9704-2012", None])
def test_the_starter_is_set_right_by_either_edition(starter, edition):
    starter.set(公文版式=edition)
    assert layout_codes(pipeline.check(starter.path)) == []


def test_a_template_is_measured_by_the_edition_of_the_settings(starter):
    Notice().document.save(starter.path / "templates" / "通知.docx")
    starter.set(公文版式="GB/T 9704-2012")
    assert layout_codes(pipeline.check(starter.path)) == []
    starter.set(公文版式="GB/T 9704-1999")
    assert "AW468" in layout_codes(pipeline.check(starter.path))
    assert layout_codes(pipeline.build(starter.path)) == []


def test_what_is_made_for_one_application_goes_on_any_paper(starter):
    starter.add_template("证书.docx", "{{ 岗位人员姓名 }}")  # on the paper of North America
    starter.append("活动设置", "文书", "证书", "证书.docx", "申报", None, "证书/{{ 编号 }}.docx")
    assert layout_codes(pipeline.check(starter.path)) == []
    starter.append("活动设置", "文书", "公示", "证书.docx", "空表", None, "{{ 奖项 }}.docx")
    assert layout_codes(pipeline.check(starter.path)) == ["AW460"]
