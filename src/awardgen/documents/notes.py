"""What was found out about the row of an application before, and holds as long as the row does.

Only what depends on the row, on 活动设置 and on the templates may be noted, not what depends on any other row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgen.documents.context import LIST_NAMES
from awardgen.documents.glimpse import Glimpses
from awardgen.rendering import TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any

    from awardgen.documents.item import Notes
    from awardgen.rendering import Condition, Pattern

_LISTS: Final = frozenset(LIST_NAMES)


def sees_one_row(names: Collection[str]) -> bool:
    """Tell whether who names these, and nothing else, sees no list of applications and so no other row."""
    return _LISTS.isdisjoint(names)


class Question:
    """A condition or a pattern of a row of 文书, asked of each application.

    title: under which its answers are noted.
    """

    def __init__(
        self, title: str, asked: Condition | Pattern, use: Callable[[Mapping[str, Any]], str | bool]
    ) -> None:
        self._title = title
        self._names = asked.names
        self._use = use
        self._is_of_one_row = sees_one_row(asked.names | asked.attributes)
        self._glimpses = Glimpses(asked.attributes)

    def answer(self, context: Mapping[str, Any], notes: Notes | None) -> Any:  # noqa: ANN401 - a str or a bool
        """Return what it gives. Jinja copies all that it is given, so it gets what it names. Raise TemplateError."""
        if notes is not None and self._is_of_one_row:
            noted = notes.get(self._title)
            if noted is not None:
                return noted
            try:
                # With glimpses, as who asks for a row's columns all together would see its lists.
                answer = self._use({name: self._glimpses.of(context[name]) for name in self._names})
            except TemplateError:
                pass
            else:
                notes[self._title] = answer
                return answer
        try:
            return self._use({name: context[name] for name in self._names})
        except TemplateError:
            return self._use(context)  # what is wrong is told with all names at hand
