"""AW3xx: scores, bonus evidence, ranks and decisions."""

from awardgen.finding import Kind, Severity

SCORE_EMPTY = Kind(
    "AW301",
    "分数为空",
    Severity.ERROR,
    "这位评委给这份申报打了分，但有一格是空的，暂按0分计算。回避的评委应整行不写。",
    "请向评委核实后补填；确实回避的，删去整行。",
)
SCORE_UNREADABLE = Kind(
    "AW302",
    "分数无法识别",
    Severity.ERROR,
    "这一格应填分数，现在的内容读不成数字，暂按0分计算。",
    "请只填数字。",
)
SCORE_OUT_OF_RANGE = Kind(
    "AW303",
    "分数超出分值",
    Severity.ERROR,
    "分数应在0和这条标准的分值之间，暂按所填数字计算。",
    "请对照评分表原件改正。",
)
APPLICATION_UNKNOWN = Kind(
    "AW304",
    "编号不在申报表中",
    Severity.ERROR,
    "这个编号在申报.xlsx中查不到，这一行没有计入。",
    "请核对编号。",
)
JUDGE_REPEATED = Kind(
    "AW305",
    "评委重复评分",
    Severity.ERROR,
    "同一位评委给同一份申报打了两次分，计入的是前面一行。",
    "请核对后删去一行，或者改正评委姓名。",
)
JUDGE_UNKNOWN = Kind(
    "AW306",
    "评委不在名单中",
    Severity.ERROR,
    "这位评委在活动设置.xlsx的工作表“评委”中查不到，这一行的分数仍然计入。",
    "请改成名单中的姓名，或者在“评委”表中登记。",
)
JUDGE_STOOD_BACK = Kind(
    "AW307",
    "评委回避",
    Severity.INFO,
    "评委与申报人属同一工会小组，没有打分，按回避处理。",
    "无须处理。",
)
JUDGE_DID_NOT_SCORE = Kind(
    "AW308",
    "评委没有评分",
    Severity.WARNING,
    "评委不属于申报人所在的工会小组，却没有这份申报的评分。",
    "请确认是漏录还是另有原因回避。",
)
EVIDENCE_REPEATED = Kind(
    "AW309",
    "附加分重复登记",
    Severity.WARNING,
    "同一编号下有日期、类型、来源都相同的两行，后面一行没有计分。",
    "请核对；确是两件的，在“来源”中写明区别。",
)
EVIDENCE_OUTSIDE_WINDOW = Kind(
    "AW310",
    "附加分不在规定时间内",
    Severity.WARNING,
    "表扬的日期不在事迹起始日期至事迹截止日期之间，没有计分。",
    "请核对日期。",
)
TIE_ACROSS_QUOTA = Kind(
    "AW311",
    "名额线上名次并列",
    Severity.ERROR,
    "总分和“同分比较”都相同，名额却不够都授予。裁定以前，这个奖项的表彰名单暂不生成。",
    "请由评委会裁定，在这几份申报的“裁定名次”中填写先后名次，或者填写“评定结果”。",
    withholds=True,
)
DECISION_WITHOUT_REASON = Kind(
    "AW312",
    "评定结果与名次不符，未写理由",
    Severity.WARNING,
    "评定结果与按名次和名额得出的结果不同，应当写明理由备查。",
    "请在“评定理由”中写明。",
)
QUOTA_EXCEEDED = Kind(
    "AW313",
    "授予数超过名额",
    Severity.WARNING,
    "评定结果为“授予”的份数多于名额。",
    "请核对评定结果，或者调整名额。",
)
PLACE_PASSED_ON = Kind(
    "AW314",
    "因评定结果递补或顺延",
    Severity.INFO,
    "名额是固定的：有人不授予，后一名递补；有人破格授予，名额内的最后一名让出。",
    "请评委会知悉；不同意的，在“评定结果”中写明。",
)
NOT_SCORED = Kind(
    "AW315",
    "尚无评分",
    Severity.WARNING,
    "别的申报已有评分，这一份一行也没有，因此没有名次。",
    "请补录评分。",
)
QUOTA_EMPTY = Kind(
    "AW316",
    "没有设定名额",
    Severity.INFO,
    "名额为空时，只有评定结果为“授予”的列入表彰名单。",
    "请在工作表“奖项”中填写名额，或者逐份填写评定结果。",
)
