"""Which branches of a template stand for an edition, as in {%p if 公文版式 == 'GB/T 9704-2012' %}."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

if TYPE_CHECKING:
    from awardgen.rendering import Tag

_SETTING: Final = "公文版式"
_JINJA: Final = Environment(autoescape=True)  # it only parses


@dataclass(slots=True)
class _Branch:
    """A block that is open. holds: of its branch at hand, None where only the data know; done: an earlier one held."""

    holds: bool | None
    done: bool = False


@dataclass(slots=True)
class Branches:
    """The blocks that are open at some point of a template."""

    edition: str
    _open: list[_Branch] = field(default_factory=list)

    @property
    def may_print(self) -> bool:
        return all(branch.holds is not False for branch in self._open)

    def enter(self, tag: Tag) -> None:
        """Go on behind a tag {% … %}."""
        word = tag.word
        if word == "if":
            self._open.append(_Branch(_holds(tag.code, self.edition)))
        elif word == "for":
            self._open.append(_Branch(None))
        elif word in ("elif", "else") and self._open:
            branch = self._open[-1]
            branch.done = branch.done or branch.holds is True
            branch.holds = None if word == "else" else _holds(tag.code.replace("elif", "if", 1), self.edition)
            if branch.done:
                branch.holds = False
        elif word in ("endif", "endfor") and self._open:
            self._open.pop()


@lru_cache(maxsize=256)
def _holds(code: str, edition: str) -> bool | None:
    if _SETTING not in code:
        return None
    try:
        tree = _JINJA.parse(f"{{%{code}%}}{{% endif %}}")
    except TemplateSyntaxError:  # told of as a fault of the template
        return None
    condition = tree.find(nodes.If)
    return None if condition is None else _truth(condition.test, edition)


def _truth(node: nodes.Node, edition: str) -> bool | None:
    """Evaluate what depends on the edition alone; None is: only the data know."""
    if isinstance(node, nodes.Not):
        inner = _truth(node.node, edition)
        return None if inner is None else not inner
    if isinstance(node, nodes.And | nodes.Or):
        deciding = isinstance(node, nodes.Or)
        sides = _truth(node.left, edition), _truth(node.right, edition)
        if deciding in sides:
            return deciding
        return None if None in sides else not deciding
    if isinstance(node, nodes.Compare) and len(node.ops) == 1:
        sides_of = [node.expr, node.ops[0].expr]
        literals = [each.value for each in sides_of if isinstance(each, nodes.Const)]
        asks = any(isinstance(each, nodes.Name) and each.name == _SETTING for each in sides_of)
        if not (asks and len(literals) == 1):
            return None
        found = {
            "eq": literals[0] == edition,
            "ne": literals[0] != edition,
            "in": isinstance(node.expr, nodes.Const) and str(literals[0]) in edition,
            "notin": isinstance(node.expr, nodes.Const) and str(literals[0]) not in edition,
        }
        return found.get(node.ops[0].op)
    return None
