"""Whether the filters and tests of a template get as many arguments as they take."""

from __future__ import annotations

import inspect
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

_PASSED: Final = "jinja_pass_arg"  # Jinja's own mark on what gets the context or the environment first


def misused_functions(tree: nodes.Template, environment: Environment) -> Iterator[tuple[str, str, int]]:
    """Yield the name, what is wrong with its arguments, and the line of each filter and test that is misused."""
    for call in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(call, nodes.Filter) else environment.tests
        if call.name in known and call.dyn_args is None and call.dyn_kwargs is None:
            given = (
                1
                + len(call.args)
                + hasattr(inspect.unwrap(cast("Callable[..., Any]", known[call.name])), _PASSED)
            )
            named = tuple(keyword.key for keyword in call.kwargs)
            if wrong := _misuse(known[call.name], given, named):
                yield call.name, wrong, call.lineno


@cache
def _misuse(function: Callable[..., Any], given: int, named: tuple[str, ...]) -> str:
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):  # some of Python's own tell nothing of themselves
        return ""
    try:
        signature.bind(*[None] * given, **dict.fromkeys(named))
    except TypeError:
        try:
            signature.bind_partial(*[None] * given, **dict.fromkeys(named))
        except TypeError:
            return "括号里的参数太多，或名称不对"
        return "后面的括号里少了参数"
    return ""
