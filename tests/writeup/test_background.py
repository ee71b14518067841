import pytest

from tests.writeup.reading import mentions, verdict


@pytest.mark.parametrize(
    "text",
    [
        "杨春生，1963年2月生",
        "1998年6月加入中国共产党",
        "1985年参加工作",
        "自1985年参加工作以来",
        "1992年7月毕业于商校",
        "2001年调入我校",
        "2008年9月起任副厂长",
        "2003年7月至今一直在校医院药房工作",
        "班车组组建于1993年10月",
        "该楼是1997年建成的老楼",
        "二〇〇六年三月组建以来",
        "入党时间：1990年5月",
    ],
)
def test_what_only_says_who_or_what_it_is_is_background(text):
    found = mentions(text)[-1]
    assert found.verdict == "background"
    assert "背景" in found.why


@pytest.mark.parametrize(
    "text",
    [
        "2009年，值班岗曾荣获称号",
        "2007年4月，又获得奖章",
        "2007年，他带头成立了突击队",
        "2003年抗击“非典”期间住校68天",
        "2009年，连续当选先进工作者",
    ],
)
def test_a_deed_or_honour_before_the_window_is_outside(text):
    assert verdict(text) == "outside"


def test_joining_inside_the_window_is_inside():
    assert verdict("2011年3月，他光荣入党") == "inside"


def test_a_part_in_the_window_straddles():
    assert verdict("2010年，食堂更换净化器3台") == "straddles"
