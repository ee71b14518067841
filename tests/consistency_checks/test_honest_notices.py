"""Sentences of notices as offices write them: none contradicts the settings."""

from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import Percent, Phase
from awardgen.consistency_checks import RULES
from tests.builders import person_award, post_award, record, rubric, settings
from tests.consistency_checks.texts import told

SETTINGS = settings(
    values={
        "活动年度": "2010",
        "事迹字数": Decimal(1500),
        "附加分每件": Decimal(1),
        "附加分上限": Decimal(10),
        "满意度下限": Percent(Decimal("0.85")),
    }
)
PHASES = tuple(
    Phase(record("实施步骤", row, 步骤=name, 开始日期=first, 结束日期=last), name)
    for row, name, first, last in (
        (2, "宣传发动", date(2010, 9, 1), date(2010, 9, 30)),
        (3, "全面创建", date(2010, 10, 1), date(2011, 5, 31)),
        (4, "考核验收", date(2011, 6, 1), date(2011, 6, 30)),
    )
)
RUBRIC = rubric(政治素质好=(20, 10, 10), 服务质量高=(80, 40, 40))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize(
    "text",
    [
        "于2011年6月10日前将申报表（一式三份）及事迹材料（1500字左右）报工会办公室，电子版发至gonghui@xx.edu.cn。",
        "有下列情形之一的，不得参评：（一）近两年受到处分的；（二）2009年度考核不合格的。",
        "先进集体不超过单位总数的20%，优秀个人按教职工人数的5%推荐。",
        "评审采取百分制，其中民主测评占30分，业绩考核占50分，综合评议占20分。",
        "给予优质服务示范岗每个1000元、优秀服务标兵每人500元奖励。",
        "每个示范岗3至7人，每个工会小组申报优秀服务标兵1—2名。",
        "活动分三个阶段：宣传发动（9月）、全面创建（2010年10月至次年5月）、考核验收（次年6月）。",
        "主要事迹在申报表中填写（不超过500字），另附工作照2张（不低于300万像素）。",
        "曾获省级“工人先锋号”、全国“五一劳动奖章”、校“优秀共产党员”称号的优先。",
        "扣分：有投诉经查实的每次扣1分，最多扣5分。",
        "2009年8月20日印发的《评选办法》（后集委发〔2009〕12号）同时废止。",
        "授予张伟等6名同志“优秀服务标兵”荣誉称号，授予东苑食堂等3个岗位“优质服务示范岗”荣誉称号。",
        "服务质量（80分）：含服务态度（40分）、服务效率（40分）。",
        "小组评议（2011年6月1日—6月10日）；集团考核（2011年6月13日—6月24日）。",
        "附件材料请从集团网站下载。",
    ],
)
def test_nothing_is_invented(rule, text):
    campaign = {"settings": SETTINGS, "phases": PHASES, "rubric": RUBRIC}
    assert told(rule, text, awards=(post_award(3), person_award(6)), **campaign) == []
