"""AW17x: the sheet 检查规则, in which a campaign sets how each kind of finding is told."""

from awardgen.finding import Kind, Severity

RULE_UNKNOWN = Kind(
    "AW170",
    "检查规则的代码不存在",
    Severity.WARNING,
    "工作表“检查规则”中的代码应是报告里的问题代码，如AW110；没有这个代码，这一行不起作用。",
    "请改正代码；运行 awardgen explain 可列出全部代码。",
)
RULE_REPEATED = Kind(
    "AW171",
    "检查规则重复设置",
    Severity.WARNING,
    "同一个代码在工作表“检查规则”中写了两行，以前面的一行为准。",
    "请删去其中一行。",
)
RULE_WITHHOLDS = Kind(
    "AW172",
    "这个问题不能降低级别",
    Severity.WARNING,
    "有这个问题时，文书会是残缺的或不真实的，所以暂不生成；调低级别或关闭检查，文书也不会因此变成真的。"
    "这一行不起作用，问题仍按错误报告。",
    "请删去这一行，并按报告改正问题本身。",
)
