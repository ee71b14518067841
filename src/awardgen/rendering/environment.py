"""The Jinja environment of tags: sandboxed, strict, bounded, and columns before Python's own attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import BuiltinMethodType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Macro
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from jinja2.utils import missing

from awardgen.rendering.byte_code import ByteCodeGenerator
from awardgen.rendering.guarded_code import GuardedCodeGenerator
from awardgen.rendering.guarded_filters import guarded_filters
from awardgen.rendering.limits import (
    A_CALL,
    A_MACRO,
    Buffer,
    TooMuchError,
    budget_of,
    check_method,
    check_operation,
    check_pattern,
    is_too_deep,
    refuse_length,
    size_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import jinja2
    from jinja2 import nodes
    from jinja2.runtime import Context

    from awardgen.rendering.limits import Budget

Filters = Mapping[str, Callable[..., Any]]

# They write filler text, keep state between documents or print something else on every run.
_GLOBALS_TAKEN_AWAY: Final = ("lipsum", "cycler", "joiner")
_FILTERS_TAKEN_AWAY: Final = ("random",)


TOO_INVOLVED: Final = "too involved"

# The name of no filter that anybody can write: it guards {{r …}} while a template is tried out.
RAW_PIECE_ONLY: Final = "piece only"


class NotAPieceError(Exception):
    """A value was to take the place of a run or paragraph, and is no piece of a document."""


class UnknownNameError(UndefinedError):
    """A name, or a column of an item, that does not exist.

    name: None where a filter had nothing to give, such as the first of an empty list.
    holder: the item that was asked, None where it was the template's context.
    """

    def __init__(self, name: object | None, holder: object | None, hint: str | None) -> None:
        super().__init__(hint or f"{name} is undefined")
        self.name = None if name is None else str(name)
        self.holder = holder


class _NamedUndefined(StrictUndefined):
    """An undefined that says which name it stands for as soon as anything is done with it."""

    __slots__ = ()

    def _fail(self, *_: object, **__: object) -> NoReturn:
        holder = None if self._undefined_obj is missing else self._undefined_obj
        raise UnknownNameError(self._undefined_name, holder, self._undefined_hint)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - Jinja's signature
        if name.startswith("__"):
            raise AttributeError(name)
        self._fail()

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _fail
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _fail
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = _fail
    __pos__ = __neg__ = __call__ = __getitem__ = __int__ = __float__ = __complex__ = _fail
    __lt__ = __le__ = __gt__ = __ge__ = _fail


class _ByteCodeGenerator(ByteCodeGenerator, GuardedCodeGenerator):
    """Counts what a template does, and prints bytes."""


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox in which an item's own columns win over Python's attributes.

    What a template does is counted (awardgen.rendering.limits): it ends, and fits into memory.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    code_generator_class: type[GuardedCodeGenerator] = GuardedCodeGenerator

    def __init__(
        self,
        filters: Filters | None = None,
        *,
        strict: bool = True,
        autoescape: bool = False,
        finalize: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__(
            undefined=_NamedUndefined if strict else Undefined,
            autoescape=autoescape,
            finalize=finalize,
            cache_size=0,
        )
        for name in _GLOBALS_TAKEN_AWAY:
            self.globals.pop(name, None)
        for name in _FILTERS_TAKEN_AWAY:
            self.filters.pop(name, None)
        self.globals["range"] = _range
        self.filters = guarded_filters(self.filters)
        self.filters.update(filters or {})
        self.filters[RAW_PIECE_ONLY] = _piece_only

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return {{ obj.attribute }}."""
        if attribute[:1] == "_":
            self.unsafe_undefined(obj, attribute)
        return self.column(obj, attribute)

    def column(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """Return {{ obj.attribute }} of a name that does not begin with _."""
        if _is_mapping(type(obj)):  # type: ignore[arg-type]  # mypy takes no type for hashable
            try:
                return obj[attribute]
            except LookupError:
                pass
        return super().getattr(obj, attribute)

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Read a source. Raise TemplateSyntaxError, also for one that nobody could follow."""
        try:
            tree = super().parse(source, name, filename)
        except (RecursionError, ValueError) as error:  # a number of 5,000 digits, 2,000 brackets
            raise TemplateSyntaxError(TOO_INVOLVED, 1) from error
        if is_too_deep(tree):
            raise TemplateSyntaxError(TOO_INVOLVED, 1)
        return tree

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's signatures
        """Make code of a tree; Python takes no more than 20 loops within each other."""
        try:
            return super().compile(source, *args, **kwargs)
        except (RecursionError, SyntaxError, MemoryError, OverflowError) as error:
            raise TemplateSyntaxError(TOO_INVOLVED, 1) from error

    def printing(self, printers: Filters) -> TagEnvironment:
        """Return this environment for trees whose tags print bytes, each through one of the printers."""
        own = self.overlay(finalize=None)
        own.code_generator_class = _ByteCodeGenerator
        own.filters = {**self.filters, **printers}
        return own

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063
        """Call what a template calls; the names are Jinja's, so that a template may use any for its own."""
        budget = budget_of(__context)
        budget.spend((A_MACRO if isinstance(__obj, Macro) else A_CALL) + sum(map(size_of, args)))
        if isinstance(__obj, BuiltinMethodType):
            check_method(__obj.__self__, __obj.__name__, args)
        result = super().call(__context, __obj, *args, **kwargs)
        if isinstance(result, str | list):
            budget.spend(size_of(result))
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Calculate {{ left operator right }}."""
        check_operation(operator, left, right)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, str | list):
            budget_of(context).spend(size_of(result))
        return result

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Return '…'.format in Jinja's sandbox, with widths bounded."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None

        def formatted(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401
            check_pattern(value.__self__, args, kwargs)
            return wrapped(*args, **kwargs)

        return formatted

    # --- called by the code of GuardedCodeGenerator ---------------------------------------------------------------

    @staticmethod
    def counted(context: Context, items: Any, weight: int) -> Any:  # noqa: ANN401 - a template loops over anything
        """Return what a loop goes through, once its turns have been counted; without a length, one by one."""
        budget = budget_of(context)
        if hasattr(items, "__len__"):
            budget.spend(1 + weight * len(items))
            return items
        return _counted_one_by_one(items, budget, weight)

    @staticmethod
    def joined(join: Callable[[Iterable[Any]], str], pieces: tuple[Any, ...]) -> str:
        """Return {{ one ~ another }}."""
        refuse_length(sum(len(each) for each in pieces if isinstance(each, str)))
        return join(pieces)

    @staticmethod
    def buffer() -> Buffer:
        """Return where a macro or a block prints."""
        return Buffer()

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:  # noqa: ANN401
        """Refuse at once: with the loose undefined Jinja would print nothing."""
        del obj
        raise SecurityError(attribute)


def _range(*args: int) -> range:
    numbers = range(*args)
    if len(numbers) > MAX_RANGE:
        raise TooMuchError(f"range()最多{MAX_RANGE:,}个数")
    return numbers


def _counted_one_by_one(items: Iterable[Any], budget: Budget, weight: int) -> Iterator[Any]:
    for item in items:
        budget.spend(weight)
        yield item


def _piece_only(value: Any) -> Any:  # noqa: ANN401 - a template prints anything
    """Refuse what {{r …}} and the like would lose: text outside of any run."""
    if not hasattr(value, "__html__") and not isinstance(value, Undefined) and str(value):
        raise NotAPieceError
    return value


@cache
def _is_mapping(kind: type) -> bool:
    """Tell what isinstance does, which takes three times as long as the look-up that follows it."""
    return issubclass(kind, Mapping)


def context_of(template: jinja2.Template, values: dict[str, Any]) -> Context:
    """Return what template.new_context does, but for a set of all globals, which only imports need."""
    environment = template.environment
    return environment.context_class(environment, values, None, template.blocks)
