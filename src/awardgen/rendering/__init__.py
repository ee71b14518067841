"""Word templates whose tags are column headers."""

from awardgen.rendering.content import content_of
from awardgen.rendering.custom_properties import with_properties
from awardgen.rendering.dialect import Tag, UnclosedTagError, find_tags, tag_name
from awardgen.rendering.expression import Condition, Pattern, compile_condition, compile_pattern
from awardgen.rendering.faults import FaultKind, TemplateError, TemplateFault
from awardgen.rendering.locate import excerpt, own_texts, paragraphs
from awardgen.rendering.package import parts_with_text, unpack
from awardgen.rendering.template import Template

__all__ = [
    "Condition",
    "FaultKind",
    "Pattern",
    "Tag",
    "Template",
    "TemplateError",
    "TemplateFault",
    "UnclosedTagError",
    "compile_condition",
    "compile_pattern",
    "content_of",
    "excerpt",
    "find_tags",
    "own_texts",
    "paragraphs",
    "parts_with_text",
    "tag_name",
    "unpack",
    "with_properties",
]
