"""From planned documents to what became of them: what is stale is filled and written, by as many as there are."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

import awardgen
from awardgen.campaign import Scope
from awardgen.documents import render
from awardgen.publishing.published import Written
from awardgen.publishing.publisher import entry_for
from awardgen.publishing.work import Batch, Task, write_batch, write_tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from awardgen.documents import PlannedDocument, Views
    from awardgen.finding import Finding
    from awardgen.progress import Advance, Progress
    from awardgen.publishing.published import PublishedDocument
    from awardgen.publishing.publisher import Publisher
    from awardgen.publishing.work import Result
    from awardgen.workers import Workers

_BATCH = 100
# Starting processes takes as long as writing so many documents.
_WORTHWHILE = 600


class _Stale(NamedTuple):
    """A document to be made. position: its place in the plan. inputs: a digest of what it is made of."""

    position: int
    document: PlannedDocument
    inputs: str


class Production:
    """Makes the documents of one run."""

    def __init__(self, publisher: Publisher, views: Views, workers: Workers, progress: Progress) -> None:
        self._publisher = publisher
        self._views = views
        self._workers = workers
        self._progress = progress
        self._published: dict[int, PublishedDocument] = {}
        self._findings: list[Finding] = []
        # Told of in the order of the plan, whichever batch is done first.
        self._refused: list[tuple[_Stale, OSError | None]] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings)

    def run(
        self, documents: Sequence[PlannedDocument], meanwhile: Callable[[], object] = lambda: None
    ) -> list[PublishedDocument]:
        """Make what is stale, and return what became of each document, in their order.

        meanwhile: something else that is to be done; it is asked for after each batch, as others may be at theirs.
        """
        batches: dict[str, list[_Stale]] = {}
        with self._progress.stage("生成文书", len(documents)) as advance:
            stale = self._all_stale(documents, advance)
            # The rest is looked at while others are at work already.
            first = [*islice(stale, _WORTHWHILE)]
            for batch, results in self._workers.map(
                write_batch,
                self._batches(chain(first, stale), batches, advance),
                here=self._write_here,
                worthwhile=len(first) == _WORTHWHILE,
                in_order=False,
            ):
                self._take_down(batches.pop(batch.journal), results)
                advance(len(batch.tasks))
                meanwhile()
        for one, result in sorted(self._refused, key=lambda each: each[0].position):
            self._make_up_for(one, result)
        return [self._published[index] for index in range(len(documents))]

    def _all_stale(self, documents: Iterable[PlannedDocument], advance: Advance) -> Iterator[_Stale]:
        passed = 0
        # Those of many rows first: one of them alone takes as long as thousands of applications' do.
        in_turn = sorted(enumerate(documents), key=lambda each: each[1].row.scope is Scope.APPLICATION)
        for index, document in in_turn:
            if one := self._stale(index, document):
                yield one
            else:
                passed += 1
                if passed % _BATCH == 0:  # to show each would take as long as to look at it
                    advance(_BATCH)
        advance(passed % _BATCH)

    def _stale(self, index: int, document: PlannedDocument) -> _Stale | None:
        if document.withheld or document.template is None:
            self._published[index] = self._publisher.withhold(document)
            return None
        inputs = self._views.of(document).digest(document.context, document.path, document.notes)
        unchanged = self._publisher.unchanged(document, inputs)
        if unchanged is not None:
            self._published[index] = unchanged
            return None
        return _Stale(index, document, inputs)

    def _batches(
        self, stale: Iterable[_Stale], taken: dict[str, list[_Stale]], advance: Advance
    ) -> Iterator[Batch]:
        """Yield what can simply be written in batches of one template; the rest is done on the way.

        taken: journal → what its batch is made of; it is added to.
        """
        batch: list[_Stale] = []
        for one in stale:
            if not self._publisher.may_write(one.document):
                self._make_here(one.position, one.document, one.inputs)
                advance(1)
                continue
            if batch and (len(batch) == _BATCH or batch[0].document.row is not one.document.row):
                yield self._batch(batch, taken)
                batch = []
            batch.append(one)
        if batch:
            yield self._batch(batch, taken)

    def _batch(self, stale: list[_Stale], taken: dict[str, list[_Stale]]) -> Batch:
        view = self._views.of(stale[0].document)
        tasks = tuple(
            Task(
                document.path,
                view.values(document.context),
                entry_for(document, inputs),
                self._publisher.checksum(document),
            )
            for _, document, inputs in stale
        )
        publisher = self._publisher
        journal = publisher.new_journal()
        taken[journal] = stale
        return Batch(
            awardgen.__version__,
            publisher.folder.location,
            journal,
            view.template_data,
            tasks,
        )

    def _write_here(self, batch: Batch) -> tuple[Result, ...]:
        return write_tasks(self._views.compiled(batch.template), self._publisher.folder, batch)

    def _take_down(self, stale: Sequence[_Stale], results: Sequence[Result]) -> None:
        for one, result in zip(stale, results, strict=True):
            if isinstance(result, Written):
                self._published[one.position] = self._publisher.record(one.document, result)
            else:
                self._refused.append((one, result))

    def _make_up_for(self, one: _Stale, result: OSError | None) -> None:
        """Tell of what could not be written; what could not be filled from its values is filled here."""
        if result is None:
            self._make_here(one.position, one.document, "")
        else:
            self._published[one.position] = self._publisher.refused(one.document, result)

    def _make_here(self, index: int, document: PlannedDocument, inputs: str) -> None:
        """Make a document with its whole context. inputs: empty where its template asks for more than its view."""
        rendered = render(document)
        self._findings.extend(rendered.findings)
        if rendered.data is None:
            self._published[index] = self._publisher.withhold(document)
        else:
            self._published[index] = self._publisher.publish(document, rendered.data, inputs)
