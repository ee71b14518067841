"""A syntax tree made to go everywhere: both sides of each condition, and into each loop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from awardgen.rendering.anything import ANYTHING
from awardgen.rendering.environment import RAW_PIECE_ONLY
from awardgen.rendering.mending import anything
from awardgen.rendering.names import names_asked_for

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from jinja2 import Environment

_FEW: Final = 3


def some(value: Any) -> list[Any]:  # noqa: ANN401 - a template loops over anything
    """Return a few of the items of what a loop goes through, and never none."""
    if isinstance(value, str | Mapping):
        return [*value][:_FEW] or [ANYTHING]
    try:
        items = iter(value)
    except TypeError:
        return [ANYTHING]
    return [*islice(items, _FEW)] or [ANYTHING]


def explored(tree: nodes.Template, environment: Environment, whole_runs: AbstractSet[int]) -> nodes.Template:
    """Return a tree that goes everywhere. whole_runs: lines that have to print pieces of a document."""
    assigned = Counter(
        name.name
        for each in tree.find_all(nodes.Assign)
        for name in each.find_all(nodes.Name)
        if name.ctx == "store"
    )
    several = frozenset(name for name, times in assigned.items() if times > 1)
    Explorer(several, names_asked_for(tree), whole_runs).visit(tree)
    tree.set_environment(environment)
    return tree


class Explorer(NodeTransformer):
    """several: names that are set more than once, of which nobody can say what they are. forgiven: may be missing."""

    def __init__(
        self, several: AbstractSet[str], forgiven: AbstractSet[str], whole_runs: AbstractSet[int]
    ) -> None:
        self._several = several
        self._forgiven = forgiven
        self._whole_runs = whole_runs

    def visit_If(self, node: nodes.If) -> list[nodes.Node]:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        result: list[nodes.Node] = [_looked_at(node.test), *node.body]
        # Each `elif` has been visited, and what came of it stands in its place.
        return [*result, *node.elif_, *node.else_]

    def visit_For(self, node: nodes.For) -> list[nodes.Node]:  # noqa: N802
        self.generic_visit(node)
        line = node.lineno
        node.iter = nodes.Call(
            nodes.Name("_some", "load", lineno=line), [node.iter], [], None, None, lineno=line
        )
        if node.test:
            node.test = _item_of([nodes.Not(node.test, lineno=line), nodes.Const(True, lineno=line)], 1)  # noqa: FBT003 - Jinja's own order
        otherwise, node.else_ = node.else_, []
        return [node, *otherwise]

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _tried([node.test, node.expr1, *([node.expr2] if node.expr2 else [])])

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _tried([node.left, node.right])

    visit_Or = visit_And  # noqa: N815

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        self.generic_visit(node)
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        if name in self._forgiven:
            return node
        # What is not there is told of here, and not wherever it is used.
        looked_at = _looked_at(node.node)
        if name in self._several:
            node.node = anything(node.lineno)
        return [looked_at, node]

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [
            nodes.Filter(each, RAW_PIECE_ONLY, [], [], None, None, lineno=each.lineno)
            if each.lineno in self._whole_runs and not isinstance(each, nodes.TemplateData)
            else each
            for each in node.nodes
        ]
        return node


def _looked_at(node: nodes.Node) -> nodes.Output:
    return nodes.Output([nodes.Not(cast("nodes.Expr", node), lineno=node.lineno)], lineno=node.lineno)


def _tried(alternatives: list[nodes.Expr]) -> nodes.Getitem:
    """Return what tries each, and is anything: which of them it would be cannot be said."""
    tried = [nodes.Not(each, lineno=each.lineno) for each in alternatives]
    return _item_of([*tried, anything(alternatives[0].lineno)], len(alternatives))


def _item_of(items: list[nodes.Expr], position: int) -> nodes.Getitem:
    line = items[0].lineno
    return nodes.Getitem(
        nodes.Tuple(items, "load", lineno=line), nodes.Const(position, lineno=line), "load", lineno=line
    )
