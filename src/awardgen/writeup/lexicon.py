"""The words of time that write-ups use, as data: what each names.

Each table is written by meaning, the words that share one after it, and read by word.
"""

from __future__ import annotations

from typing import TypeVar

_Meaning = TypeVar("_Meaning")


def by_word(words: dict[_Meaning, str]) -> dict[str, _Meaning]:
    """Turn a table by meaning into one by word."""
    return {word: meaning for meaning, written in words.items() for word in written.split()}


# --- relative: so many years, months, days from the day of handing in, or from the mention before ---------------

YEARS_FROM_REFERENCE: dict[str, int] = by_word(
    {
        -3: "大前年",
        -2: "前年",
        -1: "去年度 去年 上一年度 上年度 上一年 上年 昨年",
        0: "今年度 今年 本年度 本年",
        1: "明年",
        2: "后年",
    }
)
YEARS_FROM_PREVIOUS: dict[str, int] = by_word(
    {
        0: "同年度 同年 当年度 当年 这一年 那一年 这年 那年 该年度 该年",
        1: "次年 翌年 第二年 转年 来年 下一年",
        2: "隔年 第三年",
    }
)
MONTHS_FROM_REFERENCE: dict[str, int] = by_word(
    {
        0: "本月份 本月 这个月",
        -2: "上上个月",
        -1: "上个月 上月份 上月 上一个月",
        1: "下个月 下月 下一个月",
        2: "下下个月",
    }
)
MONTHS_FROM_PREVIOUS: dict[str, int] = by_word(
    {
        0: "当月 同月 该月",
        1: "次月 翌月",
    }
)
DAYS_FROM_REFERENCE: dict[str, int] = by_word(
    {
        -3: "大前天",
        -2: "前天",
        -1: "昨天 昨日 昨晚 昨夜",
        0: "今天 今日 今早 今晚",
        1: "明天 明日 明晚 明早",
        2: "后天",
        3: "大后天",
    }
)
DAYS_FROM_PREVIOUS: dict[str, int] = by_word(
    {
        0: "当天 当日 当晚 当夜 同日 同一天",
        1: "次日 翌日 第二天 第二日 次晨 翌晨",
        2: "第三天 第三日",
    }
)
WEEKS: dict[str, int] = by_word(
    {
        -2: "上上周 上上个星期",
        -1: "上一周 上周 上星期 上个星期 上个礼拜 上礼拜",
        0: "本周 这周 本星期 这个星期 这星期 这一周 这个礼拜 这礼拜 这一礼拜",
        1: "下周 下星期 下个星期 下一周 下个礼拜 下礼拜",
        2: "下下周",
    }
)
# 周末 is 7: Saturday and Sunday.
WEEKDAYS: dict[str, int] = by_word(
    {
        0: "一",
        1: "二",
        2: "三",
        3: "四",
        4: "五",
        5: "六",
        6: "日 天",
        7: "末",
    }
)

# --- parts of a year and of a month -----------------------------------------------------------------------------

# The months of a part, counted from January of its year: a winter, 12 to 14, ends in the next February.
PARTS_OF_YEAR: dict[str, tuple[int, int]] = by_word(
    {
        (12, 13): "岁末年初 年末岁初",
        (1, 2): "年初 开年 岁初 新年伊始",
        (11, 12): "年底 年末 岁末 年终岁尾 岁尾 年尾 年终 年关",
        (5, 8): "年中",
        (1, 6): "上半年 前半年 前两季度 前两个季度 前二季度",
        (7, 12): "下半年 后半年",
        (1, 12): "全年 整年",
        (1, 9): "前三季度 前三个季度",
        (1, 3): "第一季度 一季度 第1季度 1季度 首季度",
        (4, 6): "第二季度 二季度 第2季度 2季度",
        (7, 9): "第三季度 三季度 第3季度 3季度",
        (10, 12): "第四季度 四季度 第4季度 4季度",
    }
)
# Only directly after a year: 2010年底, 去年初.
AFTER_A_YEAR: dict[str, tuple[int, int]] = by_word(
    {
        (1, 2): "初 初期 伊始",
        (11, 12): "底 末 尾",
        (1, 12): "度",
        (5, 8): "中期",
    }
)
# Only with a year, for bare they speak of any season (冬天一身冰，夏天一身汗); but see SEASONS_ALONE.
SEASONS: dict[str, tuple[int, int]] = by_word(
    {
        (3, 5): "春 春天 春季 春日 春里 入春 开春",
        (6, 8): "夏 夏天 夏季 夏日 夏里 入夏 雨季 汛期 主汛期",
        (9, 11): "秋 秋天 秋季 秋日 秋里 金秋 入秋",
        (12, 14): "冬 冬天 冬季 冬日 冬里 隆冬 寒冬 严冬 入冬",
        (3, 3): "初春 早春",
        (4, 4): "仲春",
        (5, 5): "暮春 春末",
        (6, 6): "初夏",
        (7, 8): "盛夏 酷夏 炎夏 暑期",
        (7, 7): "仲夏",
        (9, 9): "初秋",
        (11, 11): "深秋 秋末",
        (10, 10): "仲秋",
        (12, 12): "初冬",
        (14, 14): "深冬 冬末",
        (12, 17): "冬春",
        (3, 8): "春夏",
        (6, 11): "夏秋",
        (9, 14): "秋冬",
        (8, 8): "夏末",
    }
)
SEASONS_ALONE = {word: SEASONS[word] for word in ("入冬", "入夏", "入秋", "入春", "开春")}
# 今春, 去冬: years from the reference, and the months.
SEASONS_WITH_YEAR = {
    **{f"今{season}": (0, SEASONS[season]) for season in "春夏秋冬"},
    **{f"去{season}": (-1, SEASONS[season]) for season in "夏秋冬"},
    "去冬今春": (-1, (12, 17)),
}
# Days of a month; 31 stands for its last.
PARTS_OF_MONTH: dict[str, tuple[int, int]] = by_word(
    {
        (1, 10): "上旬 初",
        (11, 20): "中旬 中",
        (21, 31): "下旬 底 末 尾",
        (1, 20): "上中旬",
        (11, 31): "中下旬",
        (1, 15): "上半月",
        (16, 31): "下半月",
    }
)
MONTH_PARTS_ALONE: dict[str, tuple[int, int]] = by_word(
    {
        (1, 10): "月初 上旬",
        (11, 20): "月中旬 月中 中旬",
        (21, 31): "月底 月末 下旬",
        (1, 15): "上半月",
        (16, 31): "下半月",
    }
)
NOT_ALONE = frozenset({"年中", "全年", "整年", "年尾"})
