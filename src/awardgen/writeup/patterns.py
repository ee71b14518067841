"""The regular expressions of the grammar. Each is bounded: none can look further than a few dozen characters."""

from __future__ import annotations

import re
from typing import Final

_D = "[0-9]"
YEAR4: Final = rf"(?:(?:1[89]|20){_D}{_D}|(?:一[八九]|二[〇○零OoＯ0])[〇○零OoＯ0一二三四五六七八九]{{2}})"
YEAR2: Final = rf"(?:{_D}{_D}|[〇○零一二八九][〇○零一二三四五六七八九])"
SMALL: Final = (
    rf"(?:[0-3]?{_D}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
)
MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)"
_LINK: Final = r"(?:[、,和与及至到~\-—–－─]{1,2})"
TO: Final = re.compile(r"(?:,?起?(?:一直)?(?:持续|延续)?(?:至|到|直到|直至)|[—–\-~－─～]{1,3})")
BETWEEN: Final = re.compile("之?间(?![断隔歇接或距])")  # 3月和9月之间
_YEAR_TAIL: Final = r"(?:级|款|版|型|龄|制|轮|卡|检|费|票|薪|假|货|糕|夜饭|画|级组|糖尿|产|均)"

YEAR_LINKS: Final = frozenset("、,和与及至到~-—–－─/")
SCHOOL_YEAR: Final = re.compile(
    rf"(?P<first>{YEAR4})(?:年?{_LINK}|/)(?:{YEAR4}|{_D}{{2}})年?(?P<unit>学年度?|年?度?(?=第?[一二12]学期|[上下]学期|[秋春]季学期))"
    rf"|(?P<only>{YEAR4})学年度?"
)
SHORT_SCHOOL_YEAR: Final = re.compile(rf"(?P<first>{_D}{{2}})[~—–－\-/至]{_D}{{2}}学年度?")
YEARS: Final = re.compile(
    rf"(?P<first>{YEAR4})(?:、{YEAR4}){{0,9}}{_LINK}(?P<last>{YEAR4})(?:年度?|[两二三四五]年)(?![份底初]|度?第?[一二]学期)(?!{_D}|[一二三四五六七八九十]+月)"
)
# 从2016到2018: only after 从 or 自.
YEARS_WITHOUT_UNIT: Final = re.compile(
    rf"(?P<first>(?:19|20){_D}{_D})[至到~\-—–－─]{{1,2}}(?P<last>(?:19|20){_D}{_D})(?![0-9.\-/·年月级届学号%％人元次个件万亿])"
)
YEAR: Final = re.compile(rf"(?P<year>{YEAR4})年(?!{_YEAR_TAIL})(?P<degree>度)?")
# 2010下半年, 2010国庆: only before such a word.
YEAR_WITHOUT_UNIT: Final = re.compile(
    rf"(?P<year>(?:19|20){_D}{_D})(?=[上下]半年|年[初末底]|[暑寒]假|国庆|春节|元旦|中秋|端午|清明|[春秋夏冬]季)"
)
TWO_DIGIT_YEAR: Final = re.compile(rf"['’‘`]?(?P<year>{YEAR2})年(?!{_YEAR_TAIL})")


def plain_date(name_starts: str) -> re.Pattern[str]:
    """Compile what most dates look like: 2010年9月15日, 9月15日, 2010年9月. goes_on: what follows may belong to it.

    name_starts: what holidays start with, as 10月1日国庆节 goes on.
    """
    names = re.escape(name_starts)
    return re.compile(
        rf"(?:(?P<year>(?:1[89]|20){_D}{_D})年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]{_D}|0?[1-9])日"
        rf"(?P<day_goes_on>(?=[、和与及(（星周礼正恰适又是值逢为即当{names}]|[,，][正恰适又好巧是值逢为即当]))?"
        rf"|(?![饼季嫂龄薪球兰桂流飞不以份]|[三七八]?[路街巷])"
        rf"(?P<month_goes_on>(?=[0-9一二三四五六七八九十元廿卅〇○零两半'’‘的月第最上中下初底末尾{names}]))?)"
    )


NUMERIC: Final = re.compile(
    rf"(?P<year>(?:1[89]|20){_D}{_D})(?P<sep>[.\-/·])(?P<month>1[0-2]|0?[1-9])(?!{_D})"
    rf"(?:(?P=sep)(?P<day>3[01]|[12]{_D}|0?[1-9])(?!{_D}))?(?:日|月(?!{_D}))?"
)
NUMERIC_AFTER: Final = re.compile(
    rf"(?:(?P<month>1[0-2]|0?[1-9])(?P<sep>[.\-/·]))?(?P<number>3[01]|[12]{_D}|0?[1-9])(?![{_D[1:-1]}.%％]|[年月日号]|[个次人名元])"
)
SPACED: Final = re.compile(rf"((?:19|20){_D}{_D}) (1[0-2]|0[1-9]) (3[01]|[12]{_D}|0[1-9])(?! ?{_D}|[%.％])")
YEAR_AFTER: Final = re.compile(rf"(?P<year>(?:19|20){_D}{_D})(?![{_D[1:-1]}.\-/·年级届学%％人元次])")
MONTHS: Final = re.compile(
    rf"(?P<first>{MONTH})(?:、{MONTH}){{0,9}}{_LINK}(?P<last>{MONTH})(?:月份?|两个?月|[三四]个月)(?!饼|季|嫂|工资|子)(?!{SMALL}[日号])"
)
# 七八月份: two months, one after the other.
NEXT_MONTHS: Final = re.compile("(?P<both>一二|二三|三四|四五|五六|六七|七八|八九|九十)月份?(?!饼|季)")
# 5月第二周: its second Monday and the days after.
WEEK_OF_MONTH: Final = re.compile(
    "的?第(?P<which>[1-5一二三四五])个?(?:周(?!年|岁|期|末)|(?:星期|礼拜)(?![一二三四五六日天]))"
)
# 2010年第二周, likewise.
WEEK_OF_YEAR: Final = re.compile(
    r"第(?P<which>[1-5]?[1-9]|[1-5]0|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])个?(?:周(?!年|岁|期)|(?:星期|礼拜)(?![一二三四五六日天]))"
)
MONTH_OF_YEAR: Final = re.compile(
    "第(?P<which>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])个月(?!饼|季|嫂|子)"
)
WEEKDAY_OF_MONTH: Final = re.compile(
    "的?(?:第(?P<which>[1-5一二三四五])|最后一)个?(?:(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])|周(?P<weekend>末))"
)
QUARTER: Final = re.compile("(?P<which>上一?个?|本|这一?个?|下一?个?)季度(?P<part>初|末|底)?")
PART_OF_QUARTER: Final = re.compile("初|末|底")
ONE_MONTH: Final = re.compile(
    rf"(?P<first>{MONTH})月(?!饼|季(?!度)|嫂|龄|薪|球|兰|桂花|流火|飞雪|不知肉味|[三七八]?[路街巷]|以上|以内)份?"
)
DAYS: Final = re.compile(rf"(?P<first>{SMALL})(?:、{SMALL}){{0,9}}{_LINK}(?P<last>{SMALL})(?P<unit>[日号])")
# 10日、11日 after the first of them.
MORE_DAYS: Final = re.compile(rf"(?:、{SMALL}[日号]){{0,9}}[、和与及](?P<last>{SMALL})(?P<unit>[日号])")
ONE_DAY: Final = re.compile(rf"(?P<first>{SMALL})(?P<unit>[日号])")
DAY_WITHOUT_UNIT: Final = re.compile(
    rf"(?P<first>{SMALL})(?=上午|下午|中午|晚|早上|凌晨|清晨|傍晚|[,，。；;]|$)"
)
# After 号 or 日 these make it a room, a machine, a count of days.
NOT_A_DATE_NUMBER: Final = (
    r"(?:楼|窗口|窗|公寓|食堂|餐厅|院|大院|门|车|线|机|床|病|文|厅|馆|井|泵|锅炉|炉|电梯|梯|仓|桌|台|栋|幢|舍|宿舍|员|码|店|教|站|柜|箱|"
    r"灶|库|片区|岗|路|地|主|令|召|称|子|室|房|档|球场|配电|变电|实验|服务|公告|通知|文件|决议|令|塔|坑|桥|汽油|柴油|段|标段|杆|闸|阀|信箱)"
)
DAY_FOLLOWS_OK: Final = re.compile(
    r"[,，。、;；:：()\n）（!！?？—\-~]|上午|下午|中午|晚|早|凌晨|清晨|傍晚|夜|深夜|当天|那天|这天|前后|起|至|到|开始|以来|是|为|的|$|星期|周|左右|又|前|之前|一|正式|在|他|她|我|学校|全|再|,"
)
NO_DAY_COUNT: Final = re.compile(r"(?:内|之内|以内|以上|以下|游|均|间|元|制|常|历|报|用|薪|产|龄|耗)")
WEEKDAY_SAID_AGAIN: Final = re.compile(
    r"(?:\((?:星期|周|礼拜)[一二三四五六日天]\)|（(?:星期|周|礼拜)[一二三四五六日天]）|(?:星期|周|礼拜)[一二三四五六日天])"
)
WEEKDAY: Final = re.compile(r"(?:周|星期)?[一二三四五六日天末]")
SMALL_COUNT: Final = rf"(?:[1-9]{_D}?|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
AGO: Final = re.compile(
    rf"(?:(?P<count>{SMALL_COUNT})个?(?P<unit>年|月|天|日|周|星期|礼拜)|(?P<half>半)个?(?P<half_unit>年|月))(?:以|之)?(?P<direction>前|后)"
    r"(?![沿台期勤续果盾者卫备院端排门面桥])"
)
OPEN: Final = re.compile(
    r"(?:以来|之后至今|以后至今|至今|到(?:现在|如今|目前|今天)|迄今|(?:之日)?起(?![来草步到床码源点伏因火重飞义诉航立名家跑身居初早哄雾风夜浪沙吊运降锚程价色止用租爆获垄苗网鱼灶泡锅皮头舞誓鼾哨])|开始至今|后至今)"
)
OPEN_LATER: Final = re.compile(r"[^，,。；;！!？?\n、：:0-9]{1,24}?(?:以来|至今)")
OPEN_WORD: Final = re.compile(r"(?:今|现在|如今|目前|今日|今天)(?![年天日后春夏秋冬早晚]\S)|今(?=年年)")
FROM: Final = ("自", "从", "打")
TERM: Final = re.compile(
    r"(?P<which>第?[一二12]学期|[上下]半?学期|[秋春][季期]学期|[秋春]学期)(?P<part>开学初|开学之初|开学伊始|开学|初|伊始|末|期末|结束|期初)?"
)
TERM_ALONE: Final = re.compile(
    r"(?P<which>上一?个?学期|本学期|这一?个?学期|下一?个?学期|新学期|第[一二12]学期|[秋春]季(?:学期|(?=开学)))(?P<part>开学初|开学之初|开学伊始|开学第一[天周]|开学|初|伊始|之初|末|期末|期初)?"
)
END_OF_TERM: Final = re.compile(
    r"学期(?P<part>初|末|结束时|结束)|(?P<end>期末)(?=[,，时]|统考|考试|考核|测|检|评|成绩)"
)
SCHOOL_YEAR_ALONE: Final = re.compile(r"(?P<which>上一?学年|本学年|这一?学年)(?P<part>度)?")
OPENING: Final = re.compile(r"开学(?:(?=以来|至今)|初|之初|伊始|第一[天周]|季|之际|前后|期间)")
NAME_SUFFIX: Final = re.compile(
    r"(?P<quote>”)?(?:(?P<day>节?(?:当天|那天|那晚|这天|这一天|那一天|当日|当晚|之夜|夜里|夜晚|夜(?!饭|宵)|早上|早晨|上午|下午|中午|晚上|清晨|凌晨|一早|节当天))"
    r"|(?P<period>节?(?:(?:小|黄金|放|七天)?长?假期?间?|黄金周|放假期?间?|佳节期间|佳节|节?期间|双节期间|前[夕夜]|前后|来临之际|到来之际|之际|来临|到来|节|里|过后|刚过|一过|(?:前|后)(?:一天|一日|两天|三天|一周|几天|夕)|之前|之后|当周|假日|头一天|第[一二三四五六七][天日]|首日|前|后|以来)))?"
)
HOLIDAY_TRAP: Final = re.compile(
    r"[”]?(?:路|街|大道|大街|巷|村|镇|桥|楼|号楼|号|广场|公园|小区|社区|中学|小学|学校|食堂|餐厅|医院|宾馆|饭店|商场|分店|店|厂|校区|"
    r"(?:国际)?(?:劳动)?(?:奖章|奖状|劳动奖|劳模|红旗|先锋|标兵|奖|巾帼|表彰|先进)|式|级|届|运动|精神|宣言|河图|上河图|虾|古镇|团支部|口号|"
    r"晚会|联欢|文艺|汇演|歌会|演出|大合唱|月饼|粽|饺子|礼物|礼品|慰问金|慰问品|献礼|阅兵|糕|诗会|征文|联谊|个|点|名|人|项|条|种|次|届|世纪|分|年|月|日|米|元|岁|中全会|大|台|间|座|家|位|只)"
)
YEAR_END_WORD: Final = re.compile(
    r"(?:初(?![中一二三级步次始赛任审衷心诊试选评稿夏春秋冬来])期?|底(?!下|层|部|子|气|色|座|线)|末(?!班|位|尾的)|尾(?!气|声|号)|(?<![这那]一年)年?中(?=[，,。、；;])|中期|度|伊始)"
)
MONTH_END_WORD: Final = re.compile(
    r"的?(?:月[底初末中]|上中旬|中下旬|上旬|中旬|下旬|上半月|下半月|初(?![中级步次始赛任审心诊试选评稿一二三])|底(?![下层部子气色座线])|末(?!班|位)|尾(?!气|声)|中(?![国央心秋共层外文学华午标餐毒型试等医药队介考高小层班专期间断秋年日]))"
)
LUNAR: Final = re.compile(
    r"(?P<calendar>农历|阴历|旧历|夏历)?(?P<month>正|腊|冬|闰?[一二三四五六七八九十]|十[一二])月(?P<day>初(?:[一二三四五六七八九十]|10|[1-9])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|(?:(?<=二月)二|(?<=三月)三|(?<=六月)六|(?<=九月)九)(?!十))(?![日号月年个、路街巷村镇])"
)
LUNAR_DIGITS: Final = re.compile(rf"(?:农历|阴历|旧历|夏历)(?P<month>{MONTH})月(?P<day>{SMALL})[日号]?")
LUNAR_NEW_YEAR: Final = re.compile(r"(?:大年|年)(?P<day>初[一二三四五六七八九十]|三十|廿九|二十九|三十晚)")
SAME_PERIOD: Final = re.compile(r"(?:的)?(?:同期|同一?时期|同比|同月|同季度?)")
IN_OTHER_WORDS: Final = re.compile(
    r"(?:[（(]|[,，]?(?:正|恰|适|又)?(?:是|值|逢|好是|巧是|为|即|当)(?:我国|一年一度的?|传统的?|第[0-9一二三四五六七八九十]{1,3}个|全国|农历|国际|中国)?)"
)
LUNAR_DAY_AFTER: Final = re.compile(r"(?:大年)?初(?P<day>[一二三四五六七八九十])(?![中年级高])")
FIRST_OR_LAST_DAY: Final = re.compile("的?(?P<which>第一|头一|最后一)天")
FIRST_MONTHS: Final = re.compile(r"[前头](?P<count>[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])个月(?!的)")
