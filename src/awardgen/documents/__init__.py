"""From a campaign to the plan of its documents: what each template is given, and the file it goes to."""

from awardgen.documents.choice import Choice
from awardgen.documents.context import Contexts
from awardgen.documents.filling import Rendered, render, try_out
from awardgen.documents.filters import FILTERS
from awardgen.documents.glimpse import BeyondViewError
from awardgen.documents.plan import Plan, PlannedDocument, Planner
from awardgen.documents.samples import Samples
from awardgen.documents.templates import Templates, load_templates
from awardgen.documents.trial import Trial
from awardgen.documents.view import Views

__all__ = [
    "FILTERS",
    "BeyondViewError",
    "Choice",
    "Contexts",
    "Plan",
    "PlannedDocument",
    "Planner",
    "Rendered",
    "Samples",
    "Templates",
    "Trial",
    "Views",
    "load_templates",
    "render",
    "try_out",
]
