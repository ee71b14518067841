"""Every kind of finding, by family. A code never changes meaning; a retired one is not used again."""

from awardgen.catalogue import (
    archive,
    consistency,
    documents,
    layout,
    paper,
    returned,
    rules,
    scores,
    tables,
    writeups,
)
from awardgen.finding import Kind

KINDS: dict[str, Kind] = {
    kind.code: kind
    for family in (
        tables,
        rules,
        writeups,
        scores,
        documents,
        consistency,
        layout,
        paper,
        returned,
        archive,
    )
    for kind in vars(family).values()
    if isinstance(kind, Kind)
}
"""Code → kind, in the order of the codes."""
