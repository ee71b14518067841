"""What can be said of a part before any value is known.

A part is plain where its loops and conditions leave every element closed as they found it, its tags stand
in text or attributes, and the columns of its tables do not depend on them or can be counted in its text.
Filled with text, such a part is well-formed: it need not be read as XML for each document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes

from awardgen.rendering.canonical import canonical_pieces
from awardgen.rendering.values import decoded_template_text
from awardgen.rendering.walk import NotPlainError, Walk

if TYPE_CHECKING:
    from awardgen.rendering.placing import Place


@dataclass(frozen=True, slots=True)
class Shape:
    """is_plain: see above. The rest says more of a plain part.

    breaks_simply: tags stand directly in a run of a paragraph, always the same one, or in no text of one.
    counts_columns: a table has columns that depend on values.
    places: where each tag prints.
    """

    is_plain: bool
    breaks_simply: bool = False
    counts_columns: bool = False
    places: tuple[Place, ...] = ()


def shape_of(tree: nodes.Template, *, is_body: bool) -> Shape:
    """Look at a part's source, and make its template text the canonical XML it stands for where it is plain."""
    walk = Walk(is_body)
    try:
        walk.statements(tree.body)
    except NotPlainError:
        return Shape(is_plain=False)
    if walk.open or walk.unfinished or (walk.counts_columns and not walk.is_countable):
        return Shape(is_plain=False)
    template_text = list(tree.find_all(nodes.TemplateData))
    canonical = canonical_pieces([decoded_template_text(each.data) or "" for each in template_text])
    if canonical is None:
        return Shape(is_plain=False)
    for each, data in zip(template_text, canonical, strict=True):
        each.data = data
    return Shape(
        is_plain=True,
        breaks_simply=walk.breaks_simply,
        counts_columns=walk.counts_columns,
        places=tuple(walk.places),
    )
