"""What a template can see of the contexts of its documents: the names and columns that it mentions, and nothing else.

With it, what a document is made of can be compared between runs and sent to another process, though every row of a
context leads to its award, and the award to all its rows.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import awardgen.rendering
from awardgen.campaign import Percent
from awardgen.documents.blank import Blank
from awardgen.documents.item import Glimpse, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.documents.plan import PlannedDocument
    from awardgen.rendering import Template


class Views:
    """The view of each row of 文书. templates, data: each template by its name, and what its file holds."""

    def __init__(self, templates: Mapping[str, Template], data: Mapping[str, bytes]) -> None:
        self._templates = templates
        self._data = data
        self._compiled = {data[name]: template for name, template in templates.items()}
        self._views: dict[str, View] = {}

    def of(self, document: PlannedDocument) -> View:
        """Return the view of a document's row."""
        row = document.row
        if row.name not in self._views:
            data = self._data[row.template]
            settings = [f"{header}={value}" for header, value in sorted(row.record.values.items())]
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
    for package in (Path(awardgen.rendering.__file__).parent, Path(__file__).parent):
        for path in sorted(package.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class View:
    """What one template sees. template_data: its file. basis: whatever else decides how its documents look."""

    def __init__(self, template: Template, template_data: bytes, basis: Iterable[str]) -> None:
        self.template_data = template_data
        self._names = sorted(template.names)
        self._columns = template.names | template.attributes | template.texts
        self._basis = list(basis)
        self._glimpses: dict[int, Glimpse] = {}
        self._digests: dict[int, str] = {}
        self._hidden: dict[tuple[str, ...], frozenset[str]] = {}

    def values(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the context as far as the template names it; it can be pickled, and is small.

        Who asks one of its rows for what the template does not mention gets BeyondViewError.
        """
        return {name: self._glimpse(context[name]) for name in self._names if name in context}

    def digest(self, context: Mapping[str, Any], path: str) -> str:
        """Return a digest of all that a document is made of; path: where it lies below output/."""
        seen = [self._plain(context[name], [])[0] if name in context else None for name in self._names]
        text = json.dumps([self._basis, path, seen], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def _glimpse(self, value: Any) -> Any:  # noqa: ANN401 - a context holds anything
        if isinstance(value, Item):
            known = self._glimpses.get(id(value))
            if known is None:
                known = Glimpse(str(value), self._hidden_of(tuple(value)))
                self._glimpses[id(value)] = known  # before its columns lead back to it
                known.add({name: self._glimpse(value[name]) for name in value if name in self._columns})
            return known
        if isinstance(value, list | tuple):
            return [self._glimpse(each) for each in value]
        return value

    def _hidden_of(self, columns: tuple[str, ...]) -> frozenset[str]:
        """Return the columns that are not mentioned; one object for all rows of a sheet, as each is sent along."""
        if columns not in self._hidden:
            self._hidden[columns] = frozenset(columns) - self._columns
        return self._hidden[columns]

    def _plain(self, value: Any, path: list[int]) -> tuple[Any, int]:  # noqa: ANN401
        """Return what JSON can write and only an equal value gives, and how far up the path it leads back."""
        if isinstance(value, str):
            return (value if type(value) is str else [type(value).__name__, str(value)]), len(path)
        if isinstance(value, Item):
            return self._digest_of_item(value, path)
        if isinstance(value, list | tuple):
            found = [self._plain(each, path) for each in value]
            return [each for each, _ in found], min((up for _, up in found), default=len(path))
        return _scalar(value), len(path)

    def _digest_of_item(self, item: Item, path: list[int]) -> tuple[str, int]:
        known = self._digests.get(id(item))
        if known is not None:
            return known, len(path)
        if id(item) in path:
            up = path.index(id(item))
            return f"^{len(path) - up}", up
        inner = [*path, id(item)]
        fields, furthest = [], len(inner)
        for name in item:
            if name in self._columns:
                plain, up = self._plain(item[name], inner)
                fields.append((name, plain))
                furthest = min(furthest, up)
        text = json.dumps([str(item), sorted(fields, key=lambda field: field[0])], ensure_ascii=False)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if furthest >= len(
            path
        ):  # nothing in it leads back to what stands above it, so it is the same anywhere
            self._digests[id(item)] = digest
        return digest, min(furthest, len(path))


def _scalar(value: object) -> object:
    if value is None or isinstance(value, Blank):
        return None
    if isinstance(value, bool | int):
        return ["n", str(int(value))]
    if isinstance(value, Decimal):
        return [type(value).__name__, Decimal.__str__(value)]
    if isinstance(value, Percent):
        return ["%", str(value.fraction)]
    if isinstance(value, date):
        return ["d", value.isoformat()]
    return [type(value).__name__, repr(value)]
