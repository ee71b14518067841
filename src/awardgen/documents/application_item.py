"""An application as templates see it: its columns, what came of it, its award and its group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.documents.item import Item
from awardgen.documents.printing import printable
from awardgen.rendering import tag_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from awardgen.campaign import Application, Record
    from awardgen.documents.item import Notes

Makers = dict[str, "Callable[[Application], Any]"]


class ApplicationNames:
    """The names that applications offer, and how the value of each is made.

    blank: the columns of every award's sheet, so that one template can serve posts and persons.
    makers: what does not stand in the row itself; these win over columns of the same name.
    """

    def __init__(self, blank: Mapping[str, Any], makers: Makers) -> None:
        self._blank = blank
        self._makers = makers
        # By the sheet's id: its rows hold it, so nothing else takes its place.
        self._tags: dict[int, dict[str, str]] = {}
        self._among: dict[tuple[int, frozenset[str]], Sequence[str]] = {}

    def of(self, application: Application) -> tuple[str, ...]:
        """Return every name that the application offers."""
        return tuple(dict.fromkeys((*self._blank, *self._tags_of(application.record), *self._makers)))

    def offers(self, application: Application, name: object) -> bool:
        return name in self._makers or name in self._blank or name in self._tags_of(application.record)

    def among(self, application: Application, columns: frozenset[str]) -> Sequence[str]:
        """Return in order those of the columns that the application offers."""
        key = (id(application.record.source), columns)
        if key not in self._among:
            self._among[key] = sorted(columns.intersection(self.of(application)))
        return self._among[key]

    def value(self, application: Application, name: str) -> Any:  # noqa: ANN401 - a cell holds anything
        """Return what stands under a name; raise KeyError where it is not offered."""
        make = self._makers.get(name)
        if make is not None:
            return make(application)
        header = self._tags_of(application.record).get(name)
        return self._blank[name] if header is None else printable(application.record.values[header])

    def _tags_of(self, record: Record) -> dict[str, str]:
        sheet = id(record.source)
        if sheet not in self._tags:
            self._tags[sheet] = tags_of(record)
        return self._tags[sheet]


class ApplicationItem(Item):
    """An application's row. A value is made when it is asked for: templates ask for few of seventy names.

    notes: of what was found out about the row, None where nothing is to be noted.
    """

    __slots__ = ("_application", "_names", "notes")

    def __init__(
        self, application: Application, names: ApplicationNames, identity: str, notes: Notes | None = None
    ) -> None:
        super().__init__({}, identity=identity)
        self.notes = notes
        self._application = application
        self._names = names

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401
        value = self._fields.get(key)
        if value is None:
            value = self._fields[key] = self._names.value(self._application, key)
        return value

    def among(self, columns: frozenset[str]) -> Sequence[str]:
        return self._names.among(self._application, columns)

    def __contains__(self, key: object) -> bool:
        return self._names.offers(self._application, key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.of(self._application))

    def __len__(self) -> int:
        return len(self._names.of(self._application))


def tags_of(record: Record) -> dict[str, str]:
    """Return tag → header. Of two headers that give one tag (a finding) the first keeps it."""
    tags: dict[str, str] = {}
    for header in record.values:
        tags.setdefault(tag_name(header), header)
    return tags
