"""事迹材料: a write-up as pages of its own."""

from tools.templates.flow import paragraph, when
from tools.templates.package import Template
from tools.templates.page import PORTRAIT


def writeup() -> Template:
    return Template(
        "事迹材料",
        paragraph("DocumentTitle", "申报{{ 奖项|引号 }}事迹材料")
        + when(
            "奖项.类型 == '岗位'",
            paragraph("Subtitle", "{{ 岗位名称 }}"),
            paragraph("SubtitleLine", "{{ 工会小组 }}{% if 岗位总人数 %}　{{ 岗位总人数 }}人{% endif %}"),
            otherwise=paragraph("Subtitle", "{{ 岗位人员姓名 }}")
            + paragraph("SubtitleLine", "{{ 工会小组 }}　{{ 岗位名称 }}"),
        )
        + paragraph("BodyText", "{{ 事迹材料|分段 }}"),
        PORTRAIT,
    )
