"""What Jinja, the sandbox or a filter complains about, said so that staff can act on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import SecurityError, TemplateSyntaxError

from awardgen.errors import AwardgenError
from awardgen.rendering.environment import NotAPieceError, UnknownNameError
from awardgen.rendering.faults import FaultKind, fault_at, unknown_name
from awardgen.rendering.limits import TooMuchError
from awardgen.rendering.values import UnprintableValueError

if TYPE_CHECKING:
    from types import TracebackType

    from awardgen.rendering.faults import Spot, TemplateFault

_COMPARED: Final = re.compile(r"'(.+)' not supported between instances of '(\w+)' and '(\w+)'")
_COMBINED: Final = re.compile(r"unsupported operand type\(s\) for (\S+?):? '([\w.]+)' and '([\w.]+)'")
_CONCATENATED: Final = re.compile(r'can only concatenate str \(not "([\w.]+)"\) to str')
_KINDS: Final = {
    "str": "文字", "int": "数字", "float": "数字", "Decimal": "数字", "PrintedNumber": "数字", "list": "名单",
    "tuple": "名单", "PrintedDate": "日期", "date": "日期", "PrintedPercent": "百分数", "YesNo": "是/否",
    "Item": "一行资料", "ApplicationItem": "一行资料", "dict": "一行资料", "bool": "真假", "NoneType": "空值",
    "Blank": "空白", "builtin_function_or_method": "函数", "method": "函数", "function": "函数",
    "generator": "没有取完的名单",
}  # fmt: skip
_USED: Final = (
    (re.compile(r"'([\w.]+)' object is not iterable"), "{}不能逐个取"),
    (re.compile(r"'([\w.]+)' object is not subscriptable"), "{}不能用“[ ]”取"),
    (re.compile(r"'([\w.]+)' object cannot be printed"), "{}不能填入，请改用其中的内容"),
    (re.compile(r"'([\w.]+)' object cannot be interpreted as an integer"), "{}不能当作整数"),
    (re.compile(r"number is required, not ([\w.]+)"), "{}不能当作数字"),
    (re.compile(r"object of type '([\w.]+)' has no len"), "{}没有个数可数"),
)
_TOKENS: Final = {"integer": "数字", "float": "数字", "string": "引号里的文字"}
_Explain = Callable[[re.Match[str]], str]
_SYNTAX: Final[tuple[tuple[str, _Explain], ...]] = (
    (
        r"Encountered unknown tag '(p|tr|tc|r)'",
        lambda found: f"“{{%{found[1]} …%}}”里不能有“%”和“}}”，请先用{{% set %}}算好",
    ),
    (r"Encountered unknown tag '(.+?)'", lambda found: f"不认识“{{% {found[1]} %}}”这个语句"),
    (r"Expected an expression, got 'end of|unexpected 'end of", lambda _: "标签里是空的，或少写了一部分"),
    (
        r"expected token 'end of .+', got '='",
        lambda _: "比较是否相等要写“==”",
    ),
    (r"expected token 'in', got", lambda _: "“for”后面少了“in”，应写“{% for 某 in 名单 %}”"),
    (
        r"expected token 'end of .+', got '(.+)'",
        lambda found: f"“{_TOKENS.get(found[1], found[1])}”写在这里读不懂，可能多了空格或少了符号",
    ),
    (r"expected token '(.+?)', got '(.+)'", lambda found: f"这里应是“{found[1]}”，却是“{found[2]}”"),
    (r"unexpected char (?:'\"'|\"'\") at", lambda _: "引号没有配对"),
    (r"unexpected char '(.+?)' at", lambda found: f"“{found[1]}”不能用在标签里"),
    (r"unexpected '(.+)'", lambda found: f"多了“{found[1]}”，或少了与它配对的符号"),
    (r"too involved", lambda _: "层次太多，或者数字太长；请写得简单一些"),
    (r"[Uu]nexpected end of template", lambda _: "语句没有收尾"),
)
_CALLED: Final = re.compile(r"object is not callable")
_ARGUMENTS: Final = re.compile(
    r"(?:takes|expected) .*arguments?\b|missing \d+ required|unexpected keyword argument|takes no keyword"
)


def template_line(trace: TracebackType | None) -> int | None:
    """Return the innermost line of template code in a traceback that Jinja has rewritten."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def syntax_fault(spot: Spot, error: TemplateSyntaxError) -> TemplateFault:
    """Say what Jinja could not read."""
    original = error.message or ""
    for pattern, explain in _SYNTAX:
        if found := re.match(pattern, original):
            return fault_at(spot, FaultKind.SYNTAX, f"标签写法有误：{explain(found)}")
    return fault_at(spot, FaultKind.SYNTAX, f"标签写法有误（{original}）")


def function_fault(
    spot: Spot, name: str, known: Mapping[str, object], *, is_test: bool = False
) -> TemplateFault:
    """Say that a filter or test does not exist."""
    fault = unknown_name(spot, name, known)
    advice = f"，最接近的是“{fault.nearest}”" if fault.nearest else ""
    message = f"没有“{name}”这个{'判断（is 后面的词）' if is_test else '过滤器'}{advice}"
    return fault_at(spot, FaultKind.UNKNOWN_FILTER, message, name=name, nearest=fault.nearest)


def misnamed_fault(spot: Spot, name: str, used: str) -> TemplateFault:
    """Say that a loop or {% set %} gives another name than is used."""
    message = f"后面用的是“{used}”，这里写的却是“{name}”；请写成同一个名称"
    return fault_at(spot, FaultKind.UNKNOWN_NAME, message, name=used, nearest=name)


def misuse_fault(spot: Spot, name: str, wrong: str) -> TemplateFault:
    """Say that a filter or test has too many arguments, or too few."""
    return fault_at(spot, FaultKind.UNKNOWN_FILTER, f"“{name}”{wrong}", name=name)


def private_fault(spot: Spot, name: str) -> TemplateFault:
    """Say that a name is out of bounds."""
    return fault_at(spot, FaultKind.SANDBOX, f"模板里不能用“{name}”：以下划线开头的名称不开放", name=name)


def runtime_fault(spot: Spot, error: Exception, context: Mapping[str, object]) -> TemplateFault:
    """Say what went wrong while a template was filled in."""
    match error:
        case UnknownNameError():
            return _undefined_fault(spot, error, context)
        case SecurityError():
            name = str(error)
            forbidden = fault_at(spot, FaultKind.SANDBOX, f"模板里不能这样做（{name}）")
            return private_fault(spot, name) if name.startswith("_") else forbidden
        case TooMuchError() | RecursionError():
            reason = "宏调用自己，没有尽头" if isinstance(error, RecursionError) else error
            return fault_at(spot, FaultKind.SANDBOX, f"模板里不能这样做：{reason}")
        case TemplateSyntaxError():
            return syntax_fault(spot, error)
        case _:
            return fault_at(spot, _kind_of(error), _value_message(error))


def _kind_of(error: Exception) -> FaultKind:
    match error:
        case UnprintableValueError():
            return FaultKind.UNPRINTABLE
        case NotAPieceError():
            return FaultKind.STRUCTURE
        case TypeError() if _CALLED.search(str(error)) or _ARGUMENTS.search(str(error)):
            return FaultKind.SYNTAX
        case _:
            return FaultKind.VALUE


def _value_message(error: Exception) -> str:
    match error:
        case UnprintableValueError():
            code = f"U+{ord(error.character):04X}"
            return f"要填入的内容“{_printable(error.value)}”里有Word存不下的字符（{code}），请在表里把它删去"
        case AwardgenError():
            return error.message
        case NotAPieceError():
            return "“{{r …}}”“{{p …}}”这类写法填不进文字，内容会丢失；请写“{{ … }}”"
        case ZeroDivisionError():
            return "除数是0，算不出来"
        case TypeError():
            return _type_message(str(error))
        case _:
            return f"这里的内容算不出来（{str(error) or type(error).__name__}）"


def _type_message(original: str) -> str:
    if _CALLED.search(original):
        return "名称后面不能跟括号；表头里的括号连同其中的字不写进标签"
    if _ARGUMENTS.search(original):
        return f"括号里的参数太多或太少（{original}）"
    for pattern, verb in ((_COMPARED, "比较"), (_COMBINED, "计算")):
        if found := pattern.search(original):
            return f"{_kind(found[2])}和{_kind(found[3])}不能用“{found[1]}”{verb}"
    for pattern, words in _USED:
        if found := pattern.search(original):
            return words.format(_kind(found[1]))
    if found := _CONCATENATED.search(original):
        return f"文字和{_kind(found[1])}不能用“+”相连，请改用“~”"
    return f"这里的内容算不出来（{original}）"


def _kind(name: str) -> str:
    """Return what staff call a kind of value."""
    return _KINDS.get(name.rpartition(".")[2], name)


def _undefined_fault(spot: Spot, error: UnknownNameError, context: Mapping[str, object]) -> TemplateFault:
    if error.name is None:
        return fault_at(spot, FaultKind.VALUE, "这里是空的，取不到内容")
    if error.holder is None:
        return unknown_name(spot, error.name, context)
    if isinstance(error.holder, Mapping):
        return unknown_name(spot, error.name, [str(each) for each in error.holder])
    if error.name.lstrip("-").isdecimal():
        message = f"{_kind(type(error.holder).__name__)}里没有这么多，取不到第{int(error.name) + 1}个"
        return fault_at(spot, FaultKind.VALUE, message, name=error.name)
    if not error.name.isascii() or not error.name.isidentifier():
        return _no_row_fault(spot, error.name, error.holder)
    message = f"{_kind(type(error.holder).__name__)}没有“{error.name}”可取"
    return fault_at(spot, FaultKind.VALUE, message, name=error.name)


def _no_row_fault(spot: Spot, name: str, holder: object) -> TemplateFault:
    if isinstance(holder, list | tuple):
        message = f"“.{name}”前面是一份名单，不是一行；请先用“{{% for … in … %}}”逐行取，再写“.{name}”"
    else:
        message = f"“.{name}”前面是{_kind(type(holder).__name__)}，下面没有“{name}”这一列"
    return fault_at(spot, FaultKind.UNKNOWN_NAME, message, name=name)


def _printable(text: str) -> str:
    """Return the beginning of a value, fit for a message."""
    return "".join(character if character.isprintable() else "□" for character in text[:20])
