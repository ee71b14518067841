"""From a campaign to the plan of its documents: what each template is given, and the file it goes to."""

from awardgen.documents.choice import Choice
from awardgen.documents.context import Contexts
from awardgen.documents.filling import Rendered, render, try_out
from awardgen.documents.plan import Plan, PlannedDocument, Planner
from awardgen.documents.templates import Templates, load_templates

__all__ = [
    "Choice",
    "Contexts",
    "Plan",
    "PlannedDocument",
    "Planner",
    "Rendered",
    "Templates",
    "load_templates",
    "render",
    "try_out",
]
