"""Jinja's own filters, bounded: what they go through is counted, and nothing that they make is too long."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Final

from jinja2.filters import FILTERS
from jinja2.utils import _PassArg

from awardgen.rendering.limits import budget_of, check_arguments, check_method, check_pattern, size_of
from awardgen.rendering.picking import PICKING

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
    run = PICKING.get(name) or _without_waiting(function)
    passed = _PassArg.from_obj(run)
    check = _CHECKS.get(name, _check_arguments)

    @wraps(function)
    def guarded(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - a filter takes anything
        budget_of(context).spend(1 + size_of(value))
        check(value, args, kwargs)
        if passed is _PassArg.context:
            return run(context, value, *args, **kwargs)
        if passed is _PassArg.eval_context:
            return run(context.eval_ctx, value, *args, **kwargs)
        if passed is _PassArg.environment:
            return run(context.environment, value, *args, **kwargs)
        return run(value, *args, **kwargs)

    guarded.jinja_pass_arg = _PassArg.context  # type: ignore[attr-defined]  # Jinja's own mark
    return guarded


def _without_waiting(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter behind one that asks at each call whether it may have to wait: no template here does."""
    is_variant = getattr(function, "jinja_async_variant", False)
    return function.__wrapped__ if is_variant else function  # type: ignore[attr-defined]  # as functools.wraps sets it


def _check_arguments(value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:  # noqa: ANN401
    del value
    if args or kwargs:
        check_arguments(args, kwargs)


def _check_format(value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:  # noqa: ANN401
    check_pattern(str(value), args, kwargs)


def _check_replace(value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:  # noqa: ANN401
    check_method(str(value), "replace", [*args, *kwargs.values()])


def _check_join(value: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:  # noqa: ANN401
    if isinstance(value, list | tuple):
        check_method(str(args[0] if args else kwargs.get("d", "")), "join", [value])


_CHECKS: Final = {"format": _check_format, "replace": _check_replace, "join": _check_join}
