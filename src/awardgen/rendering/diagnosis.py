"""What Jinja, the sandbox or a filter complains about, said so that staff can act on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from jinja2.exceptions import SecurityError, TemplateSyntaxError

from awardgen.errors import AwardgenError
from awardgen.rendering.environment import UnknownNameError
from awardgen.rendering.faults import FaultKind, fault_at, unknown_name
from awardgen.rendering.values import UnprintableValueError

if TYPE_CHECKING:
    from types import TracebackType

    from awardgen.rendering.faults import Spot, TemplateFault

_Explain = Callable[[re.Match[str]], str]
_SYNTAX: Final[tuple[tuple[str, _Explain], ...]] = (
    (
        r"Encountered unknown tag '(p|tr|tc|r)'",
        lambda found: f"“{{%{found[1]} …%}}”里不能有“%”和“}}”，请先用{{% set %}}算好",
    ),
    (r"Encountered unknown tag '(.+?)'", lambda found: f"不认识“{{% {found[1]} %}}”这个语句"),
    (r"Expected an expression, got 'end of|unexpected 'end of", lambda _: "标签里是空的，或少写了一部分"),
    (
        r"expected token 'end of .+', got '(.+)'",
        lambda found: f"“{found[1]}”写在这里读不懂，可能多了空格或少了符号",
    ),
    (r"expected token '(.+?)', got '(.+)'", lambda found: f"这里应是“{found[1]}”，却是“{found[2]}”"),
    (r"unexpected char '(.+?)' at", lambda found: f"“{found[1]}”不能用在标签里"),
    (r"unexpected '(.+)'", lambda found: f"多了“{found[1]}”，或少了与它配对的符号"),
    (r"[Uu]nexpected end of template", lambda _: "语句没有收尾"),
)
_CALLED: Final = re.compile(r"object is not callable")


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


def function_fault(spot: Spot, name: str, known: Mapping[str, object]) -> TemplateFault:
    """Say that a filter or test does not exist."""
    fault = unknown_name(spot, name, known)
    advice = f"，最接近的是“{fault.nearest}”" if fault.nearest else ""
    message = f"没有“{name}”这个过滤器{advice}"
    return fault_at(spot, FaultKind.UNKNOWN_FILTER, message, name=name, nearest=fault.nearest)


def private_fault(spot: Spot, name: str) -> TemplateFault:
    """Say that a name is out of bounds."""
    return fault_at(spot, FaultKind.SANDBOX, f"模板里不能用“{name}”：以下划线开头的名称不开放", name=name)


def runtime_fault(spot: Spot, error: Exception, context: Mapping[str, object]) -> TemplateFault:
    """Say what went wrong while a template was filled in."""
    match error:
        case UnknownNameError():
            return _undefined_fault(spot, error, context)
        case SecurityError() if str(error).startswith("_"):
            return private_fault(spot, str(error))
        case SecurityError():
            return fault_at(spot, FaultKind.SANDBOX, f"模板里不能这样做（{error}）")
        case TemplateSyntaxError():
            return syntax_fault(spot, error)
        case UnprintableValueError():
            return fault_at(spot, FaultKind.UNPRINTABLE, _value_message(error))
        case _:
            return fault_at(spot, FaultKind.VALUE, _value_message(error))


def _value_message(error: Exception) -> str:
    match error:
        case UnprintableValueError():
            code = f"U+{ord(error.character):04X}"
            return f"要填入的内容“{_printable(error.value)}”里有Word存不下的字符（{code}），请在表里把它删去"
        case AwardgenError():
            return error.message
        case TypeError() if _CALLED.search(str(error)):
            return "名称后面不能跟括号；表头里的括号连同其中的字不写进标签"
        case _:
            return f"这里的内容算不出来（{str(error) or type(error).__name__}）"


def _undefined_fault(spot: Spot, error: UnknownNameError, context: Mapping[str, object]) -> TemplateFault:
    if error.name is None:
        return fault_at(spot, FaultKind.VALUE, f"这里没有内容可取（{error}）")
    if error.holder is None:
        return unknown_name(spot, error.name, context)
    columns = [str(each) for each in error.holder] if isinstance(error.holder, Mapping) else []
    return unknown_name(spot, error.name, columns)


def _printable(text: str) -> str:
    """Return the beginning of a value, fit for a message."""
    return "".join(character if character.isprintable() else "□" for character in text[:20])
