"""A value that stands for one that is not known, so that what follows from a fault is not taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import Undefined

if TYPE_CHECKING:
    from collections.abc import Iterator


class Anything:
    """Prints nothing, is false, holds nothing, and is again anything whatever is done with it."""

    __slots__ = ()

    def __str__(self) -> str:
        return ""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __contains__(self, other: object) -> bool:
        return self._is_false(other)

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return self._is_false(other)

    def _is_false(self, other: object) -> bool:
        _use(other)
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _is_false

    def __int__(self) -> int:
        return 0

    __index__ = __int__

    def __float__(self) -> float:
        return 0.0

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def _gives_anything(self, *others: object, **named: object) -> Anything:
        for other in (*others, *named.values()):
            _use(other)
        return self

    __call__ = __getitem__ = __round__ = __neg__ = __pos__ = __abs__ = _gives_anything
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = __rpow__ = _gives_anything
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _gives_anything


def _use(other: object) -> None:
    """Let a name that does not exist say so: what stands beside anything is not hidden by it."""
    if isinstance(other, Undefined):
        str(other)


ANYTHING: Final = Anything()
NAME: Final = "_anything"
"""The name under which the source of an outline has it."""
