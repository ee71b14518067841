"""Why a workbook cannot be opened, as staff are told."""

from __future__ import annotations

from dataclasses import dataclass

RESTORE = "请换上完好的一份（如备份，或请发送人重新发送），或者用Excel的“打开并修复”试试。"
_SUSPICIOUS = "请核对文件的来源；是自己的工作簿，请用Excel打开，删去多余的空白行列后另存一份。"


@dataclass(frozen=True, slots=True)
class Unopened:
    """Why a workbook cannot be opened. why: a clause without its full stop. hint: what to do. Both Chinese."""

    why: str
    hint: str


PROTECTED = Unopened(
    "设了打开密码", "请用Excel打开，在“文件—信息—保护工作簿—用密码进行加密”中清空密码，保存后再运行。"
)
DAMAGED = Unopened("文件已损坏，或者没有保存、下载完整", RESTORE)
TOO_FAR = Unopened(
    "有一张工作表在很靠下、很靠右的地方有内容，请删去那里的行和列", "请删去那里的行和列，保存后再运行。"
)
TOO_LARGE = Unopened("解开后大得不合常理，不像是正常的工作簿", _SUSPICIOUS)
DOCTYPE = Unopened("里面有文档类型声明（DOCTYPE），Excel不会这样写", _SUSPICIOUS)
TWICE = Unopened("里面有同名的两个部分，Excel不会这样写", _SUSPICIOUS)
