"""What templates ask for that their documents do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.documents.ranges import told_elsewhere
from awardgen.documents.samples import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgen.campaign import DocumentRow
    from awardgen.documents.context import Contexts
    from awardgen.documents.samples import Samples
    from awardgen.rendering import Examination, Template, TemplateFault
UnknownNames = dict[str, "Sequence[TemplateFault]"]


def unknown_in(
    row: DocumentRow,
    template: Template | None,
    examination: Examination | None,
    contexts: Contexts,
    samples: Samples,
) -> Sequence[TemplateFault]:
    """Return each name and column that the row's template asks for and no document of its range has."""
    known = contexts.known_names(row.scope)
    if examination is None:
        return template.check_names(known) if template else ()
    unknown = [
        *(told_elsewhere(each, contexts) for each in examination.unknown_names(known)),
        *examination.unknown_columns(samples.context(row.scope, Look.USUAL)),
    ]
    named = {(each.part, each.place, each.start, each.kind) for each in examination.faults}
    return [each for each in unknown if (each.part, each.place, each.start, each.kind) not in named]
