"""What a template can see of the contexts of its documents: the names and columns that it mentions, and nothing else.

With it, what a document is made of can be compared between runs and sent to another process, though every row of a
context leads to its award, and the award to all its rows.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import awardgen.opc
import awardgen.rendering
from awardgen.documents.digest import Digests
from awardgen.documents.glimpse import Glimpses
from awardgen.documents.item import is_item
from awardgen.documents.layers import Layers
from awardgen.documents.notes import sees_one_row
from awardgen.documents.printing import PLAIN
from awardgen.documents.texts import digest_of, digest_of_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.documents.item import Notes
    from awardgen.documents.planned import PlannedDocument
    from awardgen.rendering import Template


class Views:
    """The view of each row of 文书. templates, data: each template by its name, and what its file holds."""

    def __init__(self, templates: Mapping[str, Template], data: Mapping[str, bytes]) -> None:
        self._templates = templates
        self.data = data
        self._compiled = {data[name]: template for name, template in templates.items()}
        self._views: dict[str, View] = {}

    def of(self, document: PlannedDocument) -> View:
        """Return the view of a document's row."""
        row = document.row
        if row.name not in self._views:
            data = self.data[row.template]
            settings = [
                text for header, value in sorted(row.record.values.items()) for text in (header, f"{value}")
            ]
            basis = [rendering_version(), hashlib.sha256(data).hexdigest(), row.name, *settings]
            self._views[row.name] = View(self._templates[row.template], data, basis)
        return self._views[row.name]

    def compiled(self, data: bytes) -> Template:
        """Return the template of these bytes, which is compiled here already."""
        return self._compiled[data]


@cache
def rendering_version() -> str:
    """Return what changes whenever the code does that decides how documents look."""
    digest = hashlib.sha256(awardgen.__version__.encode())
    code = awardgen.opc.__file__, awardgen.rendering.__file__, __file__
    for package in (Path(file).parent for file in code):
        for path in sorted(package.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class View:
    """What one template sees. template_data: its file. basis: whatever else decides how its documents look."""

    def __init__(self, template: Template, template_data: bytes, basis: Iterable[str]) -> None:
        self.template_data = template_data
        self._names = template.names
        self._basis = list(basis)
        columns = template.attributes | template.texts
        self._sees_one_row = sees_one_row(self._names | columns)
        self._title = f"#{digest_of(self._basis)}"
        self._glimpses = Glimpses(columns)
        self._digests = Digests(columns)
        self._under: Mapping[str, Any] = {}
        self._shared_values: dict[str, Any] = {}
        self._shared_digest = ""

    def values(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the context as far as the template names it; it can be pickled, and is small.

        Who asks one of its rows for what the template does not mention gets BeyondViewError.
        """
        over = self._over(context)
        if not self._shared_values:
            names, values = self._named_in(self._under)
            self._shared_values = dict(zip(names, map(self._glimpses.of, values), strict=True))
        names, values = self._named_in(over)
        seen = [each if type(each) in PLAIN else self._glimpses.of(each) for each in values]
        return {**self._shared_values, **dict(zip(names, seen, strict=True))}

    def digest(self, context: Mapping[str, Any], path: str, notes: Notes | None = None) -> str:
        """Return a digest of all that a document is made of.

        path: where it lies below output/. notes: of the application's row that it is about.
        """
        if notes is None or not self._sees_one_row:
            return self._digest(context, path)
        noted = str(notes.get(self._title, ""))
        if not noted.endswith(f" {path}"):  # it begins with the digest
            noted = notes[self._title] = f"{self._digest(context, path)} {path}"
        return noted.partition(" ")[0]

    def _digest(self, context: Mapping[str, Any], path: str) -> str:
        over = self._over(context)
        if not self._shared_digest:
            names, values = self._named_in(self._under)
            self._shared_digest = digest_of([*self._basis, names, *self._digests.written(values)])
        names, values = self._named_in(over)
        return digest_of([self._shared_digest, path, digest_of_names(names), *self._digests.written(values)])

    def _named_in(self, named: Mapping[str, Any]) -> tuple[tuple[str, ...], list[Any]]:
        """Return in order the names that the template has in common with these, and what stands under each."""
        if is_item(named):
            return named.among(self._names)
        names = tuple(sorted(self._names.intersection(named)))
        return names, [named[name] for name in names]

    def _over(self, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what is laid over what all documents share, of which is found out once what the view shows."""
        under, over = (context.under, context.over) if isinstance(context, Layers) else (context, {})
        if self._under is not under:
            self._under, self._shared_values, self._shared_digest = under, {}, ""
        return over
