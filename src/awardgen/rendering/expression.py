"""Conditions and file-name patterns: the same tags as in Word, outside of Word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from awardgen.rendering.arguments import misused_functions
from awardgen.rendering.diagnosis import (
    function_fault,
    misuse_fault,
    private_fault,
    runtime_fault,
    syntax_fault,
)
from awardgen.rendering.dialect import UnclosedTagError, normalise_code, normalise_text
from awardgen.rendering.environment import TagEnvironment, context_of
from awardgen.rendering.faults import FaultKind, Spot, TemplateError, fault_at, unknown_name
from awardgen.rendering.limits import TooMuchError
from awardgen.rendering.names import (
    attribute_names,
    private_attributes,
    undeclared_names,
    unknown_functions,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import jinja2
    from jinja2.environment import TemplateExpression

    from awardgen.rendering.environment import Filters
    from awardgen.rendering.faults import TemplateFault

_CONDITION: Final = "条件"
_PATTERN: Final = "文件名"


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression over a context: 奖项.简称 == '示范岗' and 获奖. A blank one always holds."""

    text: str
    names: frozenset[str]
    attributes: frozenset[str]
    _expression: TemplateExpression | None = field(repr=False)
    _stopped: list[TemplateError] = field(default_factory=list, repr=False, compare=False)

    def evaluate(self, context: Mapping[str, Any]) -> bool:
        """Tell whether it holds. Raise TemplateError."""
        if self._expression is None:
            return True
        _refuse_again(self._stopped)
        try:
            return bool(self._expression(context))
        except Exception as error:  # an expression and its filters can raise anything
            raise _failure(_spot(_CONDITION, self.text), error, context, self._stopped) from error

    def check_names(self, known: Collection[str]) -> tuple[TemplateFault, ...]:
        """Report every name that is not known."""
        return _unknown_names(_spot(_CONDITION, self.text), self.names, known)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of text with tags: 附件2-{{ 编号 }}-{{ 岗位名称 }}.docx."""

    text: str
    names: frozenset[str]
    attributes: frozenset[str]
    _template: jinja2.Template = field(repr=False)
    _stopped: list[TemplateError] = field(default_factory=list, repr=False, compare=False)

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the text with the context's values. Raise TemplateError."""
        _refuse_again(self._stopped)
        template, shared = self._template, self._template.environment.globals
        # Only what it names: it is filled in for each of 20,000 documents, and a context has dozens of names.
        asked_for = (name for name in (*shared, *self.names) if name in context)
        try:
            values = {**shared, **{name: context[name] for name in asked_for}}
            return "".join(template.root_render_func(context_of(template, values)))
        except Exception as error:  # a pattern and its filters can raise anything
            raise _failure(_spot(_PATTERN, self.text), error, context, self._stopped) from error

    def check_names(self, known: Collection[str]) -> tuple[TemplateFault, ...]:
        """Report every name that is not known."""
        return _unknown_names(_spot(_PATTERN, self.text), self.names, known)


def compile_condition(text: str, filters: Filters | None = None) -> Condition:
    """Read a condition. Raise TemplateError."""
    environment = TagEnvironment(filters)
    code = normalise_code(text).strip()
    if not code:
        return Condition(text, frozenset(), frozenset(), None)
    spot = _spot(_CONDITION, text)
    # Parsed as the only thing in a tag, so that nothing but an expression can stand there.
    tree = _checked_tree(f"{{{{ {code} }}}}", environment, spot)
    if len(tree.body) != 1 or not isinstance(tree.body[0], nodes.Output) or len(tree.body[0].nodes) != 1:
        raise TemplateError([fault_at(spot, FaultKind.SYNTAX, "条件只能是一个算式，不写{{ }}")])
    try:
        expression = environment.compile_expression(code, undefined_to_none=False)
    except TemplateSyntaxError as error:
        raise TemplateError([syntax_fault(spot, error)]) from error
    return Condition(text, undeclared_names(tree, environment), attribute_names(tree), expression)


def compile_pattern(
    text: str, filters: Filters | None = None, *, clean: Callable[[str], str] | None = None
) -> Pattern:
    """Read a pattern. Raise TemplateError.

    clean: what is done to each printed value, and not to the pattern's own text (a / in a value is no folder).
    """

    def printed(value: object) -> str:
        return clean(str(value)) if clean else str(value)

    environment = TagEnvironment(filters, finalize=printed)
    spot = _spot(_PATTERN, text)
    try:
        source = normalise_text(text)
    except UnclosedTagError as error:
        opener = text[error.start : error.start + 2]
        raise TemplateError([fault_at(spot, FaultKind.SYNTAX, f"“{opener}”没有收尾")]) from error
    tree = _checked_tree(source, environment, spot)
    template = environment.from_string(source)
    return Pattern(text, undeclared_names(tree, environment), attribute_names(tree), template)


def _failure(
    spot: Spot, error: Exception, context: Mapping[str, Any], stopped: list[TemplateError]
) -> TemplateError:
    """Return the error to raise; what would go on without end is noted, so that no application has to wait for it."""
    failure = TemplateError([runtime_fault(spot, error, context)])
    if isinstance(error, TooMuchError):
        stopped.append(failure)
    return failure


def _refuse_again(stopped: list[TemplateError]) -> None:
    if stopped:
        raise stopped[0]


def _checked_tree(source: str, environment: TagEnvironment, spot: Spot) -> nodes.Template:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        raise TemplateError([syntax_fault(spot, error)]) from error
    faults = [
        function_fault(spot, name, environment.tests if is_test else environment.filters, is_test=is_test)
        for name, _, is_test in unknown_functions(tree, environment)
    ]
    faults += [misuse_fault(spot, name, wrong) for name, wrong, _ in misused_functions(tree, environment)]
    faults += [private_fault(spot, name) for name, _ in private_attributes(tree)]
    if faults:
        raise TemplateError(faults)
    return tree


def _unknown_names(spot: Spot, names: frozenset[str], known: Collection[str]) -> tuple[TemplateFault, ...]:
    return tuple(unknown_name(spot, name, known) for name in sorted(names) if name not in known)


def _spot(part: str, text: str) -> Spot:
    return Spot(part, excerpt=text[:40])
