"""A name that a template of one range does not have, and documents of another do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgen.campaign import Scope
from awardgen.documents.context import LIST_NAMES

if TYPE_CHECKING:
    from awardgen.documents.context import Contexts
    from awardgen.rendering import TemplateFault


def told_elsewhere(fault: TemplateFault, contexts: Contexts) -> TemplateFault:
    """Return the fault of an unknown name, saying in which ranges it is known."""
    name = fault.name or ""
    ranges = [
        scope for scope in Scope if scope is not Scope.BLANK_FORM and name in contexts.known_names(scope)
    ]
    if not ranges:
        return fault
    there = "、".join(f"“{scope}”" for scope in ranges)
    advice = ""
    if ranges == [Scope.APPLICATION]:
        advice = f"；在名单里请写{{% for 某 in {LIST_NAMES[0]} %}}…{{{{ 某.{name} }}}}"
    return replace(fault, message=f"“{name}”只有范围是{there}的文书才有{advice}", nearest=None)
