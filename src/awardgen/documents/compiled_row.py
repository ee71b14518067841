"""A row of 文书 with what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Scope
from awardgen.documents.context import PROBLEMS
from awardgen.documents.file_names import document_path
from awardgen.documents.notes import Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.campaign import DocumentRow
    from awardgen.rendering import Condition, Pattern, Template


@dataclass(frozen=True)
class CompiledRow:
    """A row of 文书, its condition and pattern, and its template: None where that cannot be used."""

    row: DocumentRow
    condition: Condition
    pattern: Pattern
    template: Template | None

    @cached_property
    def tells_problems(self) -> bool:
        """Whether it is a slip: it says what `check` found, so that only `check` can make it."""
        if self.row.scope is not Scope.GROUP:
            return False
        of_template = self.template.names if self.template else frozenset()
        return PROBLEMS in self.condition.names | self.pattern.names | of_template

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name and attribute that the row uses anywhere."""
        names = (
            self.condition.names | self.condition.attributes | self.pattern.names | self.pattern.attributes
        )
        return names | self.template.names | self.template.attributes if self.template else names

    @cached_property
    def holds(self) -> Question:
        return Question(f"{self.row.record.row}?", self.condition, self.condition.evaluate)

    @cached_property
    def path(self) -> Question:
        """Where the pattern puts a document; to ask may raise UnsafePathError."""
        return Question(f"{self.row.record.row}/", self.pattern, self._filled)

    def _filled(self, context: Mapping[str, Any]) -> str:
        return document_path(self.pattern.render(context))
