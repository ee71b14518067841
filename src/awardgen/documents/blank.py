from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Blank:
    """An empty cell in a template: prints nothing, is false, compares false with anything.

    It is one object, `BLANK`. Whatever is asked of it is blank again, so 小组.负责人 prints nothing where there
    is no group.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return ""

    def __format__(self, spec: str) -> str:
        return ""

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __contains__(self, _: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __eq__(self, _: object) -> bool:
        return False

    def __ne__(self, _: object) -> bool:
        return True

    def _is_false(self, _: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _is_false

    def __getitem__(self, _: object) -> Blank:
        return self

    def __getattr__(self, name: str) -> Blank:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def _gives_blank(self, *_: object, **__: object) -> Blank:
        return self

    # 岗位人员姓名.split("、") and 总分|round on a blank form
    __call__ = __round__ = __neg__ = __pos__ = __abs__ = _gives_blank
    __pow__ = __rpow__ = _gives_blank
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _gives_blank
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _gives_blank

    def __reduce__(self) -> str:
        return "BLANK"


BLANK = Blank()
