"""What a compiled template asks for: names, attributes, filters. Read from Jinja's syntax tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import meta, nodes

from awardgen.rendering.faults import nearest_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from jinja2 import Environment

# Filters whose first argument is the name of a column; the others call it `attribute`.
_NAME_COMES_FIRST: Final = {"selectattr", "rejectattr", "groupby", "attr", "sum"}
_FORGIVING_FILTERS: Final = {"default", "d"}
_FORGIVING_TESTS: Final = {"defined", "undefined"}


def undeclared_names(tree: nodes.Template, environment: Environment) -> frozenset[str]:
    """Return the names that the context has to provide."""
    return frozenset(meta.find_undeclared_variables(tree) - environment.globals.keys())


def attribute_names(tree: nodes.Template) -> frozenset[str]:
    """Return every attribute that is asked of anything, also as text: map(attribute="x.y")."""
    names = {node.attr for node in tree.find_all(nodes.Getattr)}
    for item in tree.find_all(nodes.Getitem):
        names.update(_text(item.arg))
    for call in tree.find_all(nodes.Filter):
        arguments = [keyword.value for keyword in call.kwargs if keyword.key == "attribute"]
        if call.name in _NAME_COMES_FIRST:
            arguments += call.args[:1]
        for argument in arguments:
            for text in _text(argument):
                names.update(name.strip() for path in text.split(",") for name in path.split("."))
    return frozenset(names)


def constant_texts(tree: nodes.Template) -> frozenset[str]:
    """Return every word in quotation marks, whatever it is for: it may name a column, as in 奖项.get("名额")."""
    texts = (node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str))
    return frozenset(name.strip() for text in texts for path in text.split(",") for name in path.split("."))


def _text(node: nodes.Node) -> tuple[str, ...]:
    return (node.value,) if isinstance(node, nodes.Const) and isinstance(node.value, str) else ()


def unknown_functions(tree: nodes.Template, environment: Environment) -> Iterator[tuple[str, int, bool]]:
    """Yield each filter and test that does not exist, with its line and whether it is a test."""
    for call in tree.find_all(nodes.Filter):
        if call.name not in environment.filters:
            yield call.name, call.lineno, False
    for test in tree.find_all(nodes.Test):
        if test.name not in environment.tests:
            yield test.name, test.lineno, True


def private_attributes(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Yield each attribute that the sandbox would refuse, with its line."""
    for node in tree.find_all(nodes.Getattr):
        if node.attr.startswith("_"):
            yield node.attr, node.lineno


def free_names(tree: nodes.Template) -> list[tuple[str, int]]:
    """List each use of a name that the template itself does not define, with its line."""
    visitor = _Scopes()
    visitor.visit(tree, set())
    return visitor.found


def names_defined(tree: nodes.Template) -> frozenset[str]:
    """Return the names that the template gives to something."""
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    return frozenset(names | {macro.name for macro in tree.find_all(nodes.Macro)})


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A loop or {% set %} whose name is never used, while another is that nothing offers. lines: of that other one."""

    line: int
    name: str
    used: str
    lines: frozenset[int]


def misnamed(tree: nodes.Template, unknown: AbstractSet[tuple[str, int]]) -> Iterator[Misnamed]:
    """Yield what gives another name than is used: a loop to its items, a {% set %} to a value.

    unknown: each name that nothing offers, with its line.
    """
    used_anywhere = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}
    for each in tree.find_all(nodes.Assign):
        if isinstance(each.target, nodes.Name) and each.target.name not in used_anywhere:
            name = each.target.name
            later = {other for other, line in unknown if line > each.lineno and nearest_name(other, {name})}
            if len(later) == 1:
                lines = frozenset(line for other, line in unknown if other in later)
                yield Misnamed(each.lineno, name, later.pop(), lines)
    for loop in tree.find_all(nodes.For):
        inside = {(name.name, name.lineno) for each in loop.body for name in _names_in(each)}
        used = {name for name, _ in inside}
        candidates = {name for name, _ in unknown & inside}
        if isinstance(loop.target, nodes.Name) and loop.target.name not in used and len(candidates) == 1:
            (other,) = candidates
            lines = frozenset(line for name, line in inside if name == other)
            yield Misnamed(loop.lineno, loop.target.name, other, lines)


def _names_in(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


def names_asked_for(tree: nodes.Template) -> frozenset[str]:
    """Return the names and columns of which the template itself says somewhere that they may be missing."""
    found = set()
    for each in tree.find_all((nodes.Test, nodes.Filter)):
        if each.name in _FORGIVING_TESTS | _FORGIVING_FILTERS:
            match each.node:
                case nodes.Name(name=name) | nodes.Getattr(attr=name):
                    found.add(name)
                case nodes.Getitem(arg=nodes.Const(value=str(name))):
                    found.add(name)
    return frozenset(found)


@dataclass(slots=True)
class _Scopes:
    """Walks the tree in the order of execution, with the names that are local so far.

    `x is defined` and `x|default(…)` say themselves that x may be missing.
    """

    found: list[tuple[str, int]] = field(default_factory=list)

    def visit(self, node: nodes.Node, local: set[str]) -> None:
        match node:
            case nodes.Name(ctx="load"):
                if node.name not in local:
                    self.found.append((node.name, node.lineno))
            case nodes.Name():
                local.add(node.name)
            case nodes.For():
                self._visit_loop(node, local)
            case nodes.If() | nodes.CondExpr() | nodes.And():
                self._visit_guarded(node, local)
            case nodes.Macro() | nodes.CallBlock():
                self._visit_macro(node, local)
            case nodes.Assign():
                self.visit(node.node, local)
                self.visit(node.target, local)
            case nodes.AssignBlock() | nodes.FilterBlock() | nodes.With() | nodes.Scope():
                self._visit_scope(node, local)
            case nodes.Filter() | nodes.Test() if _is_forgiving(node):
                self._visit_all([*node.args, *node.kwargs], local)
            case _:
                self._visit_all(node.iter_child_nodes(), local)

    def _visit_all(self, children: Iterator[nodes.Node] | list[nodes.Node], local: set[str]) -> None:
        for child in children:
            self.visit(child, local)

    def _visit_loop(self, node: nodes.For, local: set[str]) -> None:
        self.visit(node.iter, local)
        inside = {*local, "loop"}
        self.visit(node.target, inside)
        if node.test:
            self.visit(node.test, inside)
        self._visit_all([*node.body], inside)
        self._visit_all([*node.else_], set(local))

    def _visit_guarded(self, node: nodes.If | nodes.CondExpr | nodes.And, local: set[str]) -> None:
        """Behind `x is defined` nobody can say that x may be missing."""
        test = node.left if isinstance(node, nodes.And) else node.test
        self.visit(test, local)
        guarded = _said_to_be_there(test) - local
        local |= guarded
        match node:
            case nodes.And():
                self.visit(node.right, local)
            case nodes.CondExpr():
                self._visit_all([node.expr1], local)
            case _:
                self._visit_all([*node.body], local)
        local -= guarded
        if isinstance(node, nodes.CondExpr) and node.expr2:
            self.visit(node.expr2, local)
        elif isinstance(node, nodes.If):
            self._visit_all([*node.elif_, *node.else_], local)

    def _visit_macro(self, node: nodes.Macro | nodes.CallBlock, local: set[str]) -> None:
        if isinstance(node, nodes.Macro):
            local.add(node.name)
        else:
            self.visit(node.call, local)
        self._visit_all([*node.defaults], local)
        inside = {*local, "caller", "varargs", "kwargs"}
        self._visit_all([*node.args, *node.body], inside)

    def _visit_scope(
        self, node: nodes.AssignBlock | nodes.FilterBlock | nodes.With | nodes.Scope, local: set[str]
    ) -> None:
        inside = set(local)
        if isinstance(node, nodes.With):
            self._visit_all([*node.values, *node.targets], inside)
        elif isinstance(node, nodes.AssignBlock | nodes.FilterBlock) and node.filter:
            self._visit_all([*node.filter.args, *node.filter.kwargs], inside)
        self._visit_all([*node.body], inside)
        if isinstance(node, nodes.AssignBlock):
            self.visit(node.target, local)


def _said_to_be_there(test: nodes.Node) -> set[str]:
    """Return the names that a condition asks to be defined."""
    match test:
        case nodes.Test(name="defined", node=nodes.Name(name=name)):
            return {name}
        case nodes.And():
            return _said_to_be_there(test.left) | _said_to_be_there(test.right)
        case _:
            return set()


def _is_forgiving(node: nodes.Filter | nodes.Test) -> bool:
    known = _FORGIVING_FILTERS if isinstance(node, nodes.Filter) else _FORGIVING_TESTS
    return node.name in known and isinstance(node.node, nodes.Name)
