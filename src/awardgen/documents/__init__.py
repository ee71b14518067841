"""From a campaign to the plan of its documents: what each template is given, and the file it goes to."""

from awardgen.documents.archive_rows import ArchiveRows, BoxRows
from awardgen.documents.choice import Choice
from awardgen.documents.context import Contexts
from awardgen.documents.digest import part_of
from awardgen.documents.filling import Rendered, in_short, render, try_out
from awardgen.documents.filters import FILTERS
from awardgen.documents.glimpse import BeyondViewError
from awardgen.documents.item import Notes
from awardgen.documents.keys import application_keys
from awardgen.documents.plan import Planner
from awardgen.documents.planned import Plan, PlannedDocument
from awardgen.documents.print_sets import annex_heads, print_sets
from awardgen.documents.printing import PrintedDate
from awardgen.documents.problems import problems_by_group
from awardgen.documents.samples import Samples
from awardgen.documents.template_check import UnknownNames
from awardgen.documents.templates import FORM_PROPERTY, NUMBER_PROPERTY, Templates, load_templates
from awardgen.documents.texts import Part, digest_of
from awardgen.documents.trial import Trial
from awardgen.documents.view import Views

__all__ = [
    "FILTERS",
    "FORM_PROPERTY",
    "NUMBER_PROPERTY",
    "ArchiveRows",
    "BeyondViewError",
    "BoxRows",
    "Choice",
    "Contexts",
    "Notes",
    "Part",
    "Plan",
    "PlannedDocument",
    "Planner",
    "PrintedDate",
    "Rendered",
    "Samples",
    "Templates",
    "Trial",
    "UnknownNames",
    "Views",
    "annex_heads",
    "application_keys",
    "digest_of",
    "in_short",
    "load_templates",
    "part_of",
    "print_sets",
    "problems_by_group",
    "render",
    "try_out",
]
