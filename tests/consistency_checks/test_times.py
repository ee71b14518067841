"""Times that are typed into a text are those of the settings, as precisely as they are typed."""

from datetime import date
from decimal import Decimal

import pytest

from awardgen.campaign import Phase
from awardgen.consistency_checks.issue_details import notice_bears_its_number_and_dates, notice_has_a_mark
from awardgen.consistency_checks.times import (
    deadline_is_that_of_the_settings,
    phases_have_the_days_of_the_settings,
    window_is_that_of_the_settings,
    year_is_that_of_the_campaign,
)
from tests.builders import record, settings
from tests.consistency_checks.texts import told

PHASE = Phase(
    record("实施步骤", 4, 步骤="考核验收", 开始日期=date(2011, 6, 1), 结束日期=date(2011, 6, 30)), "考核验收"
)
NOTICE = settings(
    values={
        "活动年度": "2010",
        "通知标题": "关于开展活动的通知",
        "发文字号": "后集委发〔2010〕15号",
        "成文日期": date(2010, 9, 15),
        "印发日期": date(2010, 9, 21),
        "印数": Decimal(5),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("附事迹材料（时间跨度为2010年9月至2011年6月）。", []),
        ("附事迹材料（时间跨度为2010年9月1日至2011年6月30日）。", []),
        ("附事迹材料（时间跨度为2010年9月至2011年5月）。", ["2010年9月至2011年5月"]),
        ("总结2010年10月至2011年6月期间的事迹。", ["2010年10月至2011年6月"]),
        ("于2011年6月1日至10日报送事迹材料。", []),
        ("事迹材料应反映2010年10月的岗位练兵。", []),
    ],
)
def test_window(text, found):
    assert told(window_is_that_of_the_settings, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3、考核验收（2011年6月）", []),
        ("3、考核验收（6月1日—30日）", []),
        ("3、考核验收（2011年7月）", ["2011年7月"]),
        ("为考核验收阶段（2011年6月10日—6月30日）做准备。", ["2011年6月10日—6月30日"]),
        ("考核验收（附件2）", []),
    ],
)
def test_phases(text, found):
    assert told(phases_have_the_days_of_the_settings, text, phases=(PHASE,)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("申报截止时间为2011年6月30日。", []),
        ("申报截止时间为2011年6月20日。", ["2011年6月20日"]),
        ("申报于2011年7月5日截止。", ["2011年7月5日"]),
        ("各工会小组于2011年6月20日前报送名单。", []),
    ],
)
def test_deadline(text, found):
    assert told(deadline_is_that_of_the_settings, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("关于表彰2009年度“优秀服务标兵”的决定", ["2009年度"]),
        ("关于表彰2010年度优秀服务标兵的决定", []),
        ("授予2009年优秀服务标兵称号。", ["2009年"]),
        ("2009年度已获“优秀服务标兵”的不再参评。", []),
        ("2009年度考核合格。", []),
        ("2011年优秀服务标兵的评选另行通知。", []),
        ("2009—2010年度先进", []),
    ],
)
def test_year(text, found):
    assert told(year_is_that_of_the_campaign, text, settings=NOTICE) == found


HEAD = ("后勤集团文件", "后集委发〔2010〕15号", "关于开展活动的通知")
TAIL = ("二○一○年九月十五日", "后勤集团办公室 2010年9月21日印发", "（共印5份）")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("15号", "15号", []),
        ("〔2010〕15号", "〔2010〕51号", ["后集委发〔2010〕51号"]),
        ("十五日", "十六日", ["二○一○年九月十六日"]),
        ("9月21日", "9月22日", ["2010年9月22日"]),
        ("共印5份", "共印50份", ["50"]),
    ],
)
def test_what_is_typed_into_the_notice(old, new, found):
    texts = [text.replace(old, new) for text in (*HEAD, *TAIL)]
    assert told(notice_bears_its_number_and_dates, *texts, settings=NOTICE) == found


def test_another_document_has_its_own_number_and_date():
    texts = ("后集委发〔2011〕7号", "关于表彰先进的决定", "二○一一年七月一日")
    assert told(notice_bears_its_number_and_dates, *texts, settings=NOTICE) == []


def test_a_number_without_a_mark_above_it_is_told_of():
    assert told(notice_has_a_mark, *HEAD, settings=NOTICE) == []
    assert told(notice_has_a_mark, *HEAD[1:], settings=NOTICE) == [HEAD[1]]
