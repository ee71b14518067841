"""Jinja's select, reject, selectattr and rejectattr, for lists of 10,000 rows that are gone through for each group.

Jinja looks its test up anew for each item, by way of four functions; here that is done once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from jinja2.exceptions import FilterArgumentError
from jinja2.filters import make_attrgetter
from jinja2.utils import _PassArg, pass_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import Environment
    from jinja2.runtime import Context

_Test = Callable[[Any], Any]


def _picking(*, is_of_column: bool, is_wanted: bool) -> Callable[..., Iterator[Any]]:
    @pass_context
    def pick(context: Context, value: Iterable[Any], *args: Any, **kwargs: Any) -> Iterator[Any]:  # noqa: ANN401
        if not value:
            return
        passes = _test_of_column(context, args, kwargs) if is_of_column else _test(context, args, kwargs)
        for item in value:
            if bool(passes(item)) is is_wanted:
                yield item

    return pick


PICKING: Final[Mapping[str, Callable[..., Iterator[Any]]]] = {
    "select": _picking(is_of_column=False, is_wanted=True),
    "reject": _picking(is_of_column=False, is_wanted=False),
    "selectattr": _picking(is_of_column=True, is_wanted=True),
    "rejectattr": _picking(is_of_column=True, is_wanted=False),
}
"""By name. Each takes Jinja's context, what is gone through, and Jinja's arguments, and yields items."""


def _test_of_column(context: Context, args: Sequence[Any], kwargs: Mapping[str, Any]) -> _Test:
    if not args:
        raise FilterArgumentError("Missing parameter for attribute name")
    column, test = _column(context.environment, args[0]), _test(context, args[1:], kwargs)
    return column if test is bool else lambda item: test(column(item))


def _column(environment: Environment, name: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a template asks for anything
    if not isinstance(name, str) or "." in name or name.isdigit():
        return make_attrgetter(environment, name)

    def column(item: Any) -> Any:  # noqa: ANN401
        try:
            return item[name]
        except (TypeError, LookupError):
            return environment.getitem(item, name)

    return column


def _test(context: Context, args: Sequence[Any], kwargs: Mapping[str, Any]) -> _Test:
    if not args:
        return bool
    name, *others = args
    tests: Mapping[str, Any] = context.environment.tests
    function = tests.get(name)
    if function is None or _PassArg.from_obj(function) is not None:
        return lambda item: context.environment.call_test(name, item, others, kwargs, context)
    if len(others) == 1 and not kwargs:  # as most have: 'equalto', 小组
        other = others[0]
        return lambda item: function(item, other)
    return lambda item: function(item, *others, **kwargs)
