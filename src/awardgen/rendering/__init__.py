"""Word templates whose tags are column headers."""

from awardgen.rendering.content import content_of
from awardgen.rendering.dialect import tag_name
from awardgen.rendering.expression import Condition, Pattern, compile_condition, compile_pattern
from awardgen.rendering.faults import FaultKind, TemplateError, TemplateFault
from awardgen.rendering.package import unpack
from awardgen.rendering.template import Template

__all__ = [
    "Condition",
    "FaultKind",
    "Pattern",
    "Template",
    "TemplateError",
    "TemplateFault",
    "compile_condition",
    "compile_pattern",
    "content_of",
    "tag_name",
    "unpack",
]
