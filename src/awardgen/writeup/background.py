"""Telling a deed from what only says who the person or what the post is.

Each rule names its subject in the office's words. The words stand in the mention's own clause, before any word of a
deed or honour: 2009年被评为先进 is no background, nor is 2009年成立了突击队, which someone did.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgen.writeup.clause import Clause

_FIELD: Final = r"[^,，。]"
_PARTY: Final = "(?:中国)?(?:共产党|共青团|民主同盟|民盟|民革|民建|九三学社|致公党|农工党|党组织|党)"
_OFFICE: Final = "书记|主任|班长|组长|队长|委员|主席|会长|理事长|部长|社长"
_POST: Final = rf"""{_FIELD}{{0,14}}(?:{_OFFICE}|经理|主管|站长|所长|馆长|科长|处长|校长|院长|厨师长|领班|管理员
        |负责人|店长|总监
    |干事|厂长|护士长|园长|秘书|副?职|教师|辅导员|班主任|岗位|工作|职务|一职|司机|驾驶员|值班员|保管员|保洁员
        |电工|厨师|会计
    |库管员|维修工|职)"""
_AFTER: Final = {
    "出生": r"^[^,，]{0,12}?(?:出生|诞生|生于) | ^生人?(?:[,，。、;；)）]|$) | ^生(?!产|活|病|效|成|动|长)",
    "入党入团": rf"""入党 | 入团 | 加入(?:了|到)?(?:中国)?{_PARTY}
        | 成为了?(?:一名)?(?:光荣的)?(?:中共)?(?:预备)?党员
        | [党团]员$ | 转正""",
    "参加工作": r"""参加(?!抗|防|救|志愿|扫|疫|灾|清|抢|筹|支|援|扶|人口|普查|组织|活动|迎新|招生|评
        |创建|检查|调研|验收)[^,，。]{0,4}工作
        | 参军 | 入伍 | 从军 | 应征 | 退伍 | 退役 | 复员 | 转业 | 下岗 | 下海
        | 就业 | 留校
        | [内病离]退(?!费|款) | 从[教医警艺政业戎检](?!以来没) | 执教 | 拜师 | 拜[^,，。]{1,6}为师
        | 离开家乡 | 离家 | 学徒
        | 出徒 | 师从 | 创业 | 经商
        | 改行 | 转行 | 转岗 | 顶[替岗](?:父|母|爷|师)
        | 下乡 | 插队 | 当[了过上]?[^,，。]{0,6}兵 | 服役 | 务工 | 打工 | 回村 | 返乡 | 回乡 | 进城
        | 南下 | 北上 | 外出打工""",
    "入职或调入": rf"""入职 | 入校 | 任教 | 来校
        | 到校(?!园){_FIELD}{{0,4}}(?:工作|任|从|$)
        | 进[了]?{_FIELD}{{0,8}}(?:校|厂|学校|单位|公司|集团|车队|食堂|医院|机关|局|站|班组|车间|部队)
        | 进入?[了到]?(?:我)?(?:校|厂|院|矿|局|站|所|队|城) | 入厂 | 入[队行编列]
        | (?:考上|考取|考入)(?:了)?(?:特岗|公办|教师|事业|编制|公务员|村官|选调) | 来我[校院处]
        | (?:借?调|聘|派|分配?|安排|轮岗|转岗|交流|抽调)[入到至任来往进去] | 分配 | 应聘 | 受聘 | 竞聘 | 竞岗
        | 招[工聘录] | 考录
        | 录用 | 上岗 | 走上{_FIELD}{{0,14}}岗位 | 走进
        | 进入{_FIELD}{{0,18}}(?:工作|任职|担任|从事|以来|大学|学院|中心|集团|公司|食堂|部门|单位|班组|队伍
        |后勤|行业|岗位|学校|系统)
        | 来到{_FIELD}{{0,18}}(?:工作|上班|打工|任职|岗位|以来|后勤|集团|食堂|学校|中心|公司|$)
        | (?<![见看听感受达收得做想直])到{_FIELD}{{1,18}}(?:工作|任职|上班|报到|打工|任教)
        | 加入{_FIELD}{{0,16}}(?:团队|队伍|公司|班组|集团|中心|大家庭|食堂|行列|车队|工作|后勤|$)
        | 成[为了]{_FIELD}{{0,16}}(?:志愿者|义工|学生|研究生|警察|民警|军人|战士|护士|医生|消防员|环卫工|护林员
        |一员|员工|职工|工人|教师|干部|司机|驾驶员|管理员|厨师
        |保安|保洁员)
        | 接[任手替管班过] | 接{_FIELD}{{0,8}}的[班岗] | 转[到入至] | 开始[做当干] | 结缘
        | [踏步迈][上入]{_FIELD}{{0,12}}(?:岗位|行业|职场|校园|讲台
        |行列|大门)
        | 从事{_FIELD} | 投身 | 扎根
        | [干做当][起上]?了?{_FIELD}{{0,8}}(?:工作|这一行|这行|司机|厨师|保安|工人|学徒|[教医]师|[教医]生)
        | 当[上了起](?!{_FIELD}{{0,8}}(?:劳模|先进|标兵|模范|先锋|状元|冠军|第一|代表)) | [干做]起(?!来)
        | 主持{_FIELD}{{0,8}}工作""",
    "任职": rf"""(?:担任|出任|就任|升任|改任|转任|调任|历任|兼任|任命为|聘为|聘任|提拔为|提任|晋升为|推选为
        |选为){_POST}
        | 当选为?{_FIELD}{{0,14}}(?:{_OFFICE}) | ^(?:起|至今|一直|始终|先后|开始)*任(?!务|何|劳|凭|由|意|性|期)
        | 负责{_FIELD}{{1,20}}(?:工作|管理|任务)
        | 在{_FIELD}{{1,24}}(?:工作|任职|服务|担任|任(?!务)|上班|当|从事|就职|服役|打工|学习|就读)""",
    "毕业或就读": rf"""毕业(?!生(?!于)|班|典礼|设计|照|季|论文|离校|答辩|晚会|证) | 考[入进到]
        | 考[上取]{_FIELD}{{0,14}}(?:大学|学院|学校|研究生|专业|中专|大专|技校|局|厅|公务员|编制)
        | [校院]{_FIELD}{{0,6}}结业
        | 就读 | 求学 | 读(?:大学|研|书|完) | (?:取得|获得?){_FIELD}{{0,10}}(?:学历|学位|文凭) | 入学 | 大学时
        | 攻读 | 录取
        | 退休 | 结了?婚 | 成家 | 嫁[到入给来] | 落户 | 安家 | 定居
        | 搬[到来进](?!了?新){_FIELD}{{0,8}}(?:住|家|小区|村|楼|校区)
        | (?:父亲|母亲|丈夫|妻子|老伴|爱人){_FIELD}{{0,6}}(?:去世|病逝|病故|过世)""",
    "设立": r"""(?:成立|组建|设立|更名|改名|搬入|迁入|搬迁|升格|创办|创建|建成|建立|兴建|建造|开业|开办|开馆
        |开园|开张|投产|投入(?:使用|运营
        |运行)|投用|启用|落成
        |竣工|挂牌|始建|建校|建院|建馆|建站|合并|改制|改建|组成|设置|筹建|揭牌|开通|承包|接管|承接|入驻|建起
        |修建|运营|营业|通车|通航|通电|通水|通气|开诊|开班|开行|开伙|开灶|建厂|办厂|建队|建所|转制|改建
        |新建|扩建
        |划归|并入|划入|撤并|重组|奠基|开工|封顶|交付|服役|出厂|定名|取名|前身|改为|升级为|改称
        |开放(?!日)|开线|首发|创刊|获批)
        (?!了|过|的?(?:志愿|临时|“|小组|突击|专班|领导|应急))""",
    # 1987年入的党, 1990年学的车, 2004年建成的食堂, 1987年的老党员
    "由来": r"""^(?:就|才|刚|由[^,，。]{0,8}|在[^,，。]{0,8}
        |从[^,，。]{0,8})?(?:[入进参学修建盖装种栽买调转来上生当开办设分接到回住搬嫁考]|毕业|翻修|翻建
        |引进|更换|装修|扩建|改建|改造|购置|购买|购进|安装|铺设|出厂|配备
        |建造|铺|砌|挖|架|办理)(?:[成下起设立造好进来到了]|父亲|师傅)?的(?!时候|同时|是|基础|问题)
        | ^的(?!时候|一|那)(?:老[^,，。]{0,6}|旧[楼房屋车]|党员|退伍兵)(?=$|[,，。、])""",
}
_BEFORE: Final = {
    "出生": "(?:出?生于|生日[是为]?|出生年月[:：]?|出生[:：]?|出生日期[:：]?)$",
    "入党入团": "(?:入党时间[:：]?|入党[于:]?|入团[于:]?)$",
    "参加工作": "(?:参加工作时间[:：]?|工作时间[:：]?|参加工作[于:]?|入伍[于:]?)$",
    "入职或调入": r"""(?:(?:入职|进校|来校|调入|分配|转业|退伍|退休|参军|任职|就职|上岗)[于是]
        |入职时间[:：]?|来校时间[:：]?|到岗时间[:：]?)$""",
    "毕业或就读": "(?:毕业于|毕业时间[:：]?|毕业)$",
    "设立": r"""(?:[成设]?立于|建于|始于|设于|建成于|创办于|启用于|竣工于|投用于|使用于|开业于|源于
        |创刊于|组建于|创建于|修建于|始建于|成立时间[:：]?)$""",
}
_DEED: Final = re.compile(
    rf"""送{_FIELD}{{0,8}}毕业 | 评为 | 评上 | 获评 | 荣获 | 获得? (?!取|悉|{_FIELD}{{0,10}}(?:学历|学位
        |文凭)) | 授予 | 表彰 | 称号 | 嘉奖 | 奖
    | 劳模 | 先锋 | 证书 | 锦旗 | 认证 | 抗[洪震旱疫] | 防汛 | 抢险 | 得过 | 获过 | 拍[于下摄]
        | 自[筹费掏] | 送[给来]
    | 立[过了下]?{_FIELD}{{0,6}}功 | 发明 | 攻克 | 攻关 | 比赛 | 竞赛 | 大赛 | 夺冠 | 第一名 | 冠军
        | 验收 | 评审 | 省下 | 拾到 | 拾金不昧
    | 夺得 | 当选(?!为?{_FIELD}{{0,14}}(?:{_OFFICE})) | 捧回 | 摘得 | 荣立 | 荣膺 | 命名为 | 入选
        | 被誉为 | 先进 | 标兵
    | 捐 | 救 | 抢修 | 完成(?!学业) | 累计 | 举办 | 开展 | 组织(?!分配|安排|调|部|选派) | 参与
        | 参加(?!(?!抗|防|救|志愿|扫|疫|灾|清|抢|筹|支|援|扶|人口|普查|组织|活动|迎新|招生|评|创建|检查
        |调研|验收)[^,，。]{{0,4}}工作)
        | 颁发 | 颁的 | 带回 | 灾区 | 地震 | 汶川 | 玉树
    | 发表 | 研发 | 带领 | 率先 | 推行 | 改造 | 承办 | 实施 | 提出(?!入党)
    | 创建(?:示范|文明|优质|先进|活动|卫生) | 节约 | 节省 | 实现 | 编写 | 总结 | 制定 | 抗击
    | 通过(?!{_FIELD}{{0,8}}(?:招聘|考试|竞聘|招考|应聘|选调|考录)) | 奔赴 | 支援 | 赴""",
    re.VERBOSE,
)
_SINCE_SERVICE: Final = re.compile(
    rf"""(?:工作|入职|来校|任职|上岗|设立|成立|组建|建立|建成|投入使用|启用|开业|到岗|调入|进校|入校|到校|接手
        |接任|入党|开办|运行
    |运营|创建|创办|(?:担任|从事|加入|任|负责|进入|来到|当|调任|转业|退伍|毕业){_FIELD}{{0,14}})(?:以来
        |至今|起)$""",
    re.VERBOSE,
)
_IN_CHARGE: Final = re.compile(
    rf"""(?:年年|一直)?当(?!地|时|前|年|[天日]) | (?:他|她|其|就|便|一直|始终|开始|主要|专门|由他
        |由她)*(?:负责|承担|管理|分管|主管|看管|照看|驾驶|主持
    |在{_FIELD}{{1,20}}(?:工作|岗位|上班))""",
    re.VERBOSE,
)
# One alternation, a group a rule: the first words that match in a clause win.
_NEAR: Final = 22  # further into the clause, the words speak of something else
# What the words of _AFTER start with where they need not start the clause: elsewhere they are not tried.
_FIRSTS: Final = (
    "丈上下主交从任借修做党入兴兼内出分划创到前办加务北升南历参取受合启回团在复外大奠妻始嫁学安定封就师干并应建开当录"
    "成扎打执扩承投抽担招拜挂接推提插揭搬撤改攻新晋更服来校步母毕求派爱父留病离竞竣筹组经结老考聘获营落设读调负走踏转"
    "轮迁迈运返进退选通重院顶首"
)
_RULES_AFTER: Final = re.compile(
    rf".{{0,{_NEAR}}}?(?:(?=[{_FIRSTS}])|^)"
    rf"(?:{'|'.join(f'(?P<{name}>{pattern}{chr(10)})' for name, pattern in _AFTER.items())})",
    re.VERBOSE | re.DOTALL,
)
_RULES_BEFORE: Final = tuple((name, re.compile(pattern, re.VERBOSE)) for name, pattern in _BEFORE.items())
_LABEL_LASTS: Final = frozenset("生于是为日:：月间期党团作伍业")  # what the words of _BEFORE can end with
_SINCE: Final = ("以来", "至今", "起")
_OPEN_ENDS: Final = ("起", "至今", "以来", "开始")
_VERB_INSIDE: Final = re.compile(r"[年月日号](?P<words>[^年月日号]{2,24})(?:以来|至今|起)$")
_COMMA: Final = re.compile("[,，]")
_LEADS_UP: Final = re.compile(
    rf"""刚|年仅|怀|带着|经|通过|满|离开|告别|放弃|随|跟|高中|父|母|妻|丈夫|为了?|因|由于|响应|听从
    |[0-9一二三四五]{{1,2}}十?岁|{_FIELD}{{0,8}}岁的""",
    re.VERBOSE,
)
_OF_A_PERSON: Final = frozenset(("出生", "入党入团", "参加工作", "入职或调入", "毕业或就读"))
_CLAUSES: Final = 4
_FAR_ON: Final = 60
# What is told of years long past as a deed, though none of the words of deeds stands there.
_TOLD_AS_DEED: Final = re.compile(
    rf"""非典|洪水|大水|地震|雪灾|冰雪|奥运|世博|亚运|暴雨|台风|疫情|火灾|连续|无偿|免费|义务|冒着|顶着
    |背着|垫付|拿出|坚守|值守|跳[下进入]|扑灭|制服|抓获
    |[0-9一二三四五六七八九十百千万]+多?(?:元|次|小时|天|昼夜|件|吨)
    |把{_FIELD}{{1,14}}(?:给|到|出|修|改|教|搬|送)""",
    re.VERBOSE,
)
_MEASURED: Final = re.compile("(?:比|较|与|同|和)$")
_FAR_BACK: Final = 6
_LABEL: Final = 12  # 参加工作时间：1985年7月


def background_rule(clause: Clause, mention: str, years_before: int) -> str | None:  # noqa: PLR0911
    """Return the rule (出生, 入职或调入, 设立 …) by which a mention is background; None where it tells of a deed.

    years_before: how many years before the window it lies. What lies far back and names no deed or honour tells where
    somebody or something comes from, in whatever words.
    """
    if mention.endswith(_SINCE) and _SINCE_SERVICE.search(mention):
        return "任职或设立以来的年限"
    if label := _label_in(clause.before or clause.head[-_LABEL:]):
        return label
    if mention.endswith(_OPEN_ENDS):
        if _IN_CHARGE.match(clause.after):
            return "任职"
        inside = _VERB_INSIDE.search(mention)
        if inside and (rule := _rule_in(inside["words"])):
            return rule
    if mention.endswith("期间"):
        return None
    if rule := _rule_in(clause.after) or _rule_after_adverbials(clause):
        return rule
    if years_before < _FAR_BACK or mention.endswith(_OPEN_ENDS) or _DEED.search(clause.after):
        return None
    is_deed = (
        _DEED.search(clause.tail) or _TOLD_AS_DEED.search(clause.tail) or _MEASURED.search(clause.before)
    )
    return None if is_deed else "早年的经历"


def _label_in(before: str) -> str | None:
    """Return the rule whose label ends directly before the mention (入党时间：, 毕业于)."""
    if before[-1:] not in _LABEL_LASTS:
        return None
    return next((name for name, pattern in _RULES_BEFORE if pattern.search(before)), None)


def _rule_after_adverbials(clause: Clause) -> str | None:
    """Return the rule of a later clause where those before it only lead up to it (刚满20岁的她, 怀着热爱, 来到…)."""
    for words in _COMMA.split(clause.tail[:_FAR_ON])[:_CLAUSES]:
        rule = None if words == clause.after else _rule_in(words)  # which was asked before
        if rule is not None:
            return rule if rule in _OF_A_PERSON else None
        if not _LEADS_UP.match(words) or _DEED.search(words):
            return None
    return None


def _rule_in(words: str) -> str | None:
    """Return the rule whose words come first, and before any of a deed."""
    found = _RULES_AFTER.match(words)
    if found is None:
        return None
    deed = _DEED.search(words)
    return found.lastgroup if deed is None or deed.start() >= found.end() else None
