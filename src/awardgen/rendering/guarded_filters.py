"""Jinja's own filters, bounded: what they go through is counted, and nothing that they make is too long."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2.filters import FILTERS
from jinja2.utils import _PassArg

from awardgen.rendering.limits import budget_of, check_arguments, check_method, check_pattern, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.runtime import Context

# They look at the value alone, and the value was made before.
_HARMLESS: Final = frozenset(
    ("default", "d", "length", "count", "first", "last", "safe", "e", "escape", "int", "float")
)


def guarded_filters(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return the filters; Jinja's own among them are bounded. Those that are made for templates are not many-fold."""
    return {
        name: _guarded(name, function)
        if name not in _HARMLESS and function is FILTERS.get(name)
        else function
        for name, function in filters.items()
    }


@cache
def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    passed = _PassArg.from_obj(function)

    @wraps(function)
    def guarded(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a filter takes anything
        budget_of(context).spend(1 + size_of(value))
        _check(name, value, args, kwargs)
        if passed is _PassArg.context:
            return function(context, value, *args, **kwargs)
        if passed is _PassArg.eval_context:
            return function(context.eval_ctx, value, *args, **kwargs)
        if passed is _PassArg.environment:
            return function(context.environment, value, *args, **kwargs)
        return function(value, *args, **kwargs)

    guarded.jinja_pass_arg = _PassArg.context  # type: ignore[attr-defined]  # Jinja's own mark
    return guarded


def _check(name: str, value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:  # noqa: ANN401
    if name == "format":
        check_pattern(str(value), args, kwargs)
    elif name == "replace":
        check_method(str(value), "replace", [*args, *kwargs.values()])
    elif name == "join":
        glue = str(args[0] if args else kwargs.get("d", ""))
        check_method(glue, "join", [value] if isinstance(value, list | tuple) else [])
    else:
        check_arguments(args, kwargs)
