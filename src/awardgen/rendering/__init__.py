"""Word templates whose tags are column headers."""

from awardgen.rendering.content import content_of, differing_parts
from awardgen.rendering.custom_properties import with_properties
from awardgen.rendering.dialect import Tag, UnclosedTagError, find_tags, tag_name
from awardgen.rendering.examination import Examination, examine
from awardgen.rendering.expression import Condition, Pattern, compile_condition, compile_pattern
from awardgen.rendering.faults import FaultKind, TemplateError, TemplateFault
from awardgen.rendering.locate import excerpt, own_texts, paragraphs
from awardgen.rendering.package import parts_with_text, unpack
from awardgen.rendering.reading import Readings
from awardgen.rendering.template import Rendered, Template
from awardgen.rendering.tracing import Trace, TracedParagraph, TracedValue

__all__ = [
    "Condition",
    "Examination",
    "FaultKind",
    "Pattern",
    "Readings",
    "Rendered",
    "Tag",
    "Template",
    "TemplateError",
    "TemplateFault",
    "Trace",
    "TracedParagraph",
    "TracedValue",
    "UnclosedTagError",
    "compile_condition",
    "compile_pattern",
    "content_of",
    "differing_parts",
    "examine",
    "excerpt",
    "find_tags",
    "own_texts",
    "paragraphs",
    "parts_with_text",
    "tag_name",
    "unpack",
    "with_properties",
]
