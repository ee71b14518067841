"""Whatever an applicant pastes in, the analyser gives ordered, disjoint mentions inside it and never raises."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from awardgen.campaign import Window
from awardgen.writeup import analyse

WINDOW = Window(date(2010, 9, 1), date(2011, 6, 30))
REFERENCE = date(2011, 6, 20)

WORDS = """
    0 1 2 9 10 31 99 2010 1985 9999 ０９ 〇 一 二 十 二〇一〇 年 月 日 号 份 度 至 到 — – - ~ / . 、 ， 。
    “ ” ’ （ ） 〔 〕 去年 今年 同年 次年 当年 次日 当天 本月 上个月 上周 三 国庆 春节 除夕 中秋 清明 五一 “十一”
    期间 当天 前夕 寒假 学期 学年 第一 上 末 初 底 上旬 季度 春 冬天 以来 起 至今 自 从 每年 前 后 半年 个月 天
    农历 正月 腊月 初一 廿三 闰 楼 元 世纪 年代 前五个月 同期 生 入党 成立
"""
pieces = st.sampled_from([*WORDS.split(), " ", "\n", "\u3000", "\ud800", "\U0001f600"])
texts = st.lists(pieces | st.characters(), max_size=40).map("".join)
extreme_days = st.dates()


@settings(max_examples=600, deadline=None)
@given(texts)
def test_mentions_are_ordered_disjoint_and_inside_the_text(text):
    end = 0
    for mention in analyse(text, WINDOW, REFERENCE).mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.first_day <= mention.last_day
        end = mention.end


@settings(max_examples=300, deadline=None)
@given(texts, extreme_days, extreme_days, extreme_days)
def test_no_year_is_too_early_or_too_late(text, one, other, reference):
    analyse(text, Window(min(one, other), max(one, other)), reference)


DATES = st.sampled_from(
    [
        "2010年9月15日",
        "2010年12月",
        "2010年9月1日至5日",
        "2010年9月至2011年6月",
        "10年11月9日",
        "去年12月3日",
        "今年3月上旬",
        "2010.9.15",
        "二〇一〇年十月",
        "今年国庆期间",
        "9月15日",
    ]
)


@settings(max_examples=300, deadline=None)
@given(DATES, st.lists(st.integers(1, 12), max_size=4), st.sampled_from([" ", "  ", "\u3000", "\t"]))
def test_white_space_in_a_date_changes_nothing(written, places, space):
    plain = _read(f"学校，{written}，完成检修。")
    for place in sorted(places, reverse=True):
        if place < len(written):
            written = written[:place] + space + written[place:]
    assert _read(f"学校，{written}，完成检修。") == plain


@given(DATES)
def test_full_width_digits_change_nothing(written):
    wide = written.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    assert _read(f"学校，{wide}，完成检修。") == _read(f"学校，{written}，完成检修。")


def _read(text):
    return [(m.first_day, m.last_day, m.verdict) for m in analyse(text, WINDOW, REFERENCE).mentions]
