"""Signs that stand for something still to be filled in."""

import pytest

from awardgen.consistency_checks.leftovers import nothing_is_left_to_fill_in
from tests.consistency_checks.texts import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请于××前报送。", "××"),
        ("各工会小组要在【】前完成。", "【】"),
        ("【单位名称】：", "【单位名称】"),
        ("联系人：【待补】", "【待补】"),
        ("授予XX小组荣誉称号。", "XX"),
        ("某某工会", "某某"),
        ("后集委发〔2010〕×号", "×"),
        ("联系电话：????", "????"),
        ("（此处填写会议时间）", "（此处填写会议时间）"),
    ],
)
def test_a_sign_that_was_left_is_found(text, found):
    assert told(nothing_is_left_to_fill_in, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "岗位名称写全称，如：××食堂××窗口。",
        "【填表说明】一式两份。",
        "【注意】不得改变格式。",
        "校发【2010】15号",
        "网址www.xxx.edu.cn，尺码XXL，电话____________",
        "同意（ ） 不同意（）  照片：[ ]",
        "3×5=15，每周5×8小时。",
        "    年    月    日  （章）",
    ],
)
def test_examples_headings_and_gaps_for_the_pen_are_not(text):
    assert told(nothing_is_left_to_fill_in, text) == []
