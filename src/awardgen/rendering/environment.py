"""The Jinja environment of tags: sandboxed, strict, and columns before Python's own attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from awardgen.rendering.values import escaped_value, printed_value

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.compiler import Frame

Filters = Mapping[str, Callable[..., Any]]

# They write filler text, keep state between documents or print something else on every run.
_GLOBALS_TAKEN_AWAY: Final = ("lipsum", "cycler", "joiner")
_FILTERS_TAKEN_AWAY: Final = ("random",)


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


class _OneStep(CodeGenerator):
    """Has values made ready and escaped in one step: a form prints dozens, and each step takes as long as the work."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._takes_one_step(frame):
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._takes_one_step(frame):
            self.write(")")
        else:
            super()._output_child_post(node, frame, finalize)

    def _takes_one_step(self, frame: Frame) -> bool:
        is_escaped = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        return is_escaped and self.environment.finalize is escaped_value


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox in which an item's own columns win over Python's attributes."""

    code_generator_class = _OneStep
    printed = staticmethod(printed_value)

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
        self.filters.update(filters or {})
        self.filters[RAW_PIECE_ONLY] = _piece_only

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return {{ obj.attribute }}."""
        if attribute[:1] == "_":
            self.unsafe_undefined(obj, attribute)
        if _is_mapping(type(obj)):  # type: ignore[arg-type]  # mypy takes no type for hashable
            try:
                return obj[attribute]
            except LookupError:
                pass
        return super().getattr(obj, attribute)

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:  # noqa: ANN401
        """Refuse at once: with the loose undefined Jinja would print nothing."""
        del obj
        raise SecurityError(attribute)


def _piece_only(value: Any) -> Any:  # noqa: ANN401 - a template prints anything
    """Refuse what {{r …}} and the like would lose: text outside of any run."""
    if not hasattr(value, "__html__") and not isinstance(value, Undefined) and str(value):
        raise NotAPieceError
    return value


@cache
def _is_mapping(kind: type) -> bool:
    """Tell what isinstance does, which takes three times as long as the look-up that follows it."""
    return issubclass(kind, Mapping)
