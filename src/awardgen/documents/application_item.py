"""An application as templates see it: its columns, what came of it, its award and its group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgen.documents.item import Item
from awardgen.documents.printing import printable
from awardgen.rendering import tag_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
        self._of_sheet: dict[int, NamesOfSheet] = {}

    def of(self, application: Application) -> NamesOfSheet:
        """Return the names that the application offers, and all others of its sheet."""
        sheet = id(application.record.source)
        if sheet not in self._of_sheet:
            columns = {tag: _of_column(header) for tag, header in tags_of(application.record).items()}
            makers = {**{name: _always(value) for name, value in self._blank.items()}, **columns}
            self._of_sheet[sheet] = NamesOfSheet({**makers, **self._makers})
        return self._of_sheet[sheet]


class NamesOfSheet:
    """The names that the rows of one sheet offer. makers: name → how its value is made."""

    def __init__(self, makers: Makers) -> None:
        self.makers = makers
        self.all = frozenset(makers)
        self._among: dict[frozenset[str], tuple[str, ...]] = {}

    def among(self, columns: frozenset[str]) -> tuple[str, ...]:
        """Return in order those of the columns that are offered."""
        if columns not in self._among:
            self._among[columns] = tuple(sorted(columns & self.all))
        return self._among[columns]


def _of_column(header: str) -> Callable[[Application], Any]:
    return lambda application: printable(application.record.values[header])


def _always(value: Any) -> Callable[[Application], Any]:  # noqa: ANN401 - a cell holds anything
    return lambda _: value


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
        self._names = names.of(application)

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401
        value = self._fields.get(key)
        if value is None:
            value = self._fields[key] = self._names.makers[key](self._application)
        return value

    def among(self, columns: frozenset[str]) -> tuple[tuple[str, ...], list[Any]]:
        fields, names = self._fields, self._names.among(columns)
        for name in names:
            if name not in fields:
                fields[name] = self._names.makers[name](self._application)
        return names, [fields[name] for name in names]

    def offered(self) -> frozenset[str]:
        return self._names.all

    def __contains__(self, key: object) -> bool:
        return key in self._names.makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.makers)

    def __len__(self) -> int:
        return len(self._names.makers)


def tags_of(record: Record) -> dict[str, str]:
    """Return tag → header. Of two headers that give one tag (a finding) the first keeps it."""
    tags: dict[str, str] = {}
    for header in record.values:
        tags.setdefault(tag_name(header), header)
    return tags
