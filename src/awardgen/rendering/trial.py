"""A part's outline run with values, over and over, until everything that is wrong with them has been told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgen.rendering.anything import ANYTHING, NAME
from awardgen.rendering.diagnosis import runtime_fault, template_line
from awardgen.rendering.environment import UnknownNameError
from awardgen.rendering.exploration import explored, some
from awardgen.rendering.faults import FaultKind
from awardgen.rendering.limits import TooMuchError
from awardgen.rendering.mending import FunctionMender, Mender, tainted_lines
from awardgen.rendering.names import free_names, names_asked_for
from awardgen.rendering.values import NeedsDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import nodes

    from awardgen.rendering.environment import TagEnvironment
    from awardgen.rendering.faults import TemplateFault
    from awardgen.rendering.outline import Outline

_MOST_RUNS: Final = 200
_WHATEVER_THE_VALUES: Final = {
    FaultKind.UNKNOWN_NAME,
    FaultKind.SYNTAX,
    FaultKind.SANDBOX,
    FaultKind.STRUCTURE,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong on a line of an outline."""

    line: int
    error: Exception


def explore(
    outline: Outline, environment: TagEnvironment, context: Mapping[str, Any]
) -> Iterator[TemplateFault]:
    """Yield what is wrong whatever the values are: columns that do not exist, calls of what is no function.

    Every branch is gone through, whether its condition holds or not. context: with an item in every list.
    """
    tree = outline.tree(environment)
    if tree is None:
        return
    asked_for = names_asked_for(tree)
    values = _values(tree, environment, context)
    FunctionMender(environment, tree).visit(tree)
    tree = explored(tree, environment, outline.whole_runs)
    for failure in _failures(tree, environment, values):
        error = failure.error
        if isinstance(error, UnknownNameError) and error.name in asked_for:
            continue
        fault = runtime_fault(outline.spot_at(failure.line), error, context)
        if fault.kind in _WHATEVER_THE_VALUES:
            yield fault


def run(outline: Outline, environment: TagEnvironment, context: Mapping[str, Any]) -> Iterator[TemplateFault]:
    """Yield what these values do not go through."""
    tree = outline.tree(environment)
    if tree is None:
        return
    values = _values(tree, environment, context)
    unknown = {name for name, value in values.items() if value is ANYTHING}
    functions = FunctionMender(environment, tree)
    functions.visit(tree)
    mended = set(functions.lines)
    for failure in _failures(tree, environment, values, mended):
        if failure.line in functions.lines | tainted_lines(tree, unknown, mended - {failure.line}):
            continue
        yield runtime_fault(outline.spot_at(failure.line), failure.error, context)


def _values(tree: nodes.Template, environment: TagEnvironment, context: Mapping[str, Any]) -> dict[str, Any]:
    values = {**environment.globals, **context, NAME: ANYTHING, "_some": some}
    unknown = {name for name, _ in free_names(tree)} - values.keys()
    return {**values, **dict.fromkeys(unknown, ANYTHING)}


def _failures(
    tree: nodes.Template,
    environment: TagEnvironment,
    values: Mapping[str, Any],
    mended: set[int] | None = None,
) -> Iterator[Failure]:
    """Run a tree, put anything in place of what fails, and run it again."""
    for _ in range(_MOST_RUNS):
        failure = _failure(tree, environment, values)
        if failure is None:
            return
        yield failure
        mender = Mender(failure)
        mender.visit(tree)
        if mended is not None:
            mended.add(failure.line)
        if not mender.has_mended or isinstance(failure.error, TooMuchError):
            return


def _failure(tree: nodes.Template, environment: TagEnvironment, values: Mapping[str, Any]) -> Failure | None:
    template = environment.from_string(tree)
    try:
        try:
            for _ in template.root_render_func(template.new_context(dict(values), shared=True)):
                pass
        except NeedsDocumentError:
            return None
        except Exception:  # noqa: BLE001 - Jinja puts the template's lines into the traceback
            environment.handle_exception()
    except Exception as error:  # noqa: BLE001 - a template and its filters can raise anything
        return Failure(template_line(error.__traceback__) or 0, error)
    return None
