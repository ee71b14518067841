"""Putting anything in place of what failed, and knowing what may have come of that."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from awardgen.rendering.anything import NAME
from awardgen.rendering.arguments import misused_functions
from awardgen.rendering.environment import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from jinja2 import Environment

    from awardgen.rendering.trial import Failure

_HOLDERS = (
    nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.With, nodes.CallBlock, nodes.Macro, nodes.ExprStmt,
)  # fmt: skip


def anything(line: int) -> nodes.Name:
    """Return an expression that is anything."""
    return nodes.Name(NAME, "load", lineno=line)


class FunctionMender(NodeTransformer):
    """Takes out the filters and tests that do not exist or are misused; `lines` are theirs."""

    def __init__(self, environment: Environment, tree: nodes.Template) -> None:
        self._environment = environment
        self._misused = {(name, line) for name, _, line in misused_functions(tree, environment)}
        self.lines: set[int] = set()

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        if not self._fails(node, self._environment.filters):
            return node
        if node.node is None:  # of a filter block the filter stands alone
            node.name, node.args, node.kwargs = "string", [], []
            return node
        return node.node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return (
            nodes.Not(node.node, lineno=node.lineno) if self._fails(node, self._environment.tests) else node
        )

    def _fails(self, node: nodes.Filter | nodes.Test, known: Mapping[str, object]) -> bool:
        fails = node.name not in known or (node.name, node.lineno) in self._misused
        if fails:
            self.lines.add(node.lineno)
        return fails


class Mender(NodeTransformer):
    """Puts anything in place of the column that does not exist, or else of all that is calculated on that line."""

    def __init__(self, failure: Failure) -> None:
        error = failure.error
        self._line = failure.line
        self._column = (
            error.name if isinstance(error, UnknownNameError) and error.holder is not None else None
        )
        self.has_mended = False

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        result: nodes.Node = super().visit(node, *args, **kwargs)
        if isinstance(node, nodes.Template) and not self.has_mended:
            self._column = None
            self._replace_on_line(node)
        return result

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's naming
        return self._mended(node, node.attr)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        return self._mended(node, node.arg.value if isinstance(node.arg, nodes.Const) else None)

    def _mended(self, node: nodes.Getattr | nodes.Getitem, column: object) -> nodes.Node:
        if node.lineno == self._line and column is not None and column == self._column:
            self.has_mended = True
            return anything(node.lineno)
        self.generic_visit(node)
        return node

    def _replace_on_line(self, tree: nodes.Template) -> None:
        for holder in tree.find_all(_HOLDERS):
            for name in holder.fields:
                value = getattr(holder, name)
                if name in {"target", "targets", "args"}:
                    continue
                if isinstance(value, list):
                    setattr(holder, name, [self._instead(each) for each in value])
                elif isinstance(value, nodes.Expr):
                    setattr(holder, name, self._instead(value))
        for call in tree.find_all(nodes.Filter):  # of a filter block the filter stands alone
            if call.node is None and call.lineno == self._line and call.name != "string":
                call.name, call.args, call.kwargs = "string", [], []
                self.has_mended = True

    def _instead(self, node: nodes.Node) -> nodes.Node:
        if (
            not isinstance(node, nodes.Expr)
            or isinstance(node, nodes.TemplateData)
            or node.lineno != self._line
        ):
            return node
        if isinstance(node, nodes.Name) and node.name == NAME:
            return node
        self.has_mended = True
        if isinstance(node, nodes.Call):  # a call block asks for a call
            return nodes.Call(anything(self._line), [], [], None, None, lineno=self._line)
        return anything(self._line)


def tainted_lines(tree: nodes.Template, unknown: AbstractSet[str], mended: AbstractSet[int]) -> set[int]:
    """Return the lines on which a name is used whose value may come of something that was put in place of a fault."""
    used: defaultdict[int, set[str]] = defaultdict(set)
    made: defaultdict[int, set[str]] = defaultdict(set)
    for name in tree.find_all(nodes.Name):
        (used if name.ctx == "load" else made)[name.lineno].add(name.name)
    for macro in tree.find_all(nodes.Macro):
        made[macro.lineno].add(macro.name)
    tainted = set(unknown)
    lines = set(mended)
    while True:
        lines |= {line for line, names in used.items() if names & (tainted | {NAME})}
        grown = tainted.union(*(made[line] for line in lines))
        if grown == tainted:
            return lines - mended | {line for line in mended if used[line] & tainted}
        tainted = grown
