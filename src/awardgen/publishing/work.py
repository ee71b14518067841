"""Filling and writing documents, here or in another process: a task may run twice, and nothing changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import awardgen
from awardgen.documents import FILTERS, BeyondViewError
from awardgen.publishing.folder import open_folder
from awardgen.publishing.journal import write_ahead
from awardgen.publishing.published import Written
from awardgen.rendering import Template, TemplateError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgen.publishing.folder import Folder
    from awardgen.publishing.manifest import Entry

_MOST_TEMPLATES = 64


class Task(NamedTuple):
    """One document.

    path: below the folder. values: its context. entry: without what comes of filling it. there: the sha256 of what
    lies there, where that is ours.
    """

    path: str
    values: Mapping[str, Any]
    entry: Entry
    there: str


class Batch(NamedTuple):
    """Documents of one template, enough of them that sending them costs little.

    version: awardgen's, as a cluster may have another. journal: where to tell of the documents.
    """

    version: str
    location: str
    journal: str
    template: bytes
    tasks: tuple[Task, ...]


Result = Written | OSError | None
"""What became of a task: an OSError is what the place answered, None that its values were not enough."""


def write_batch(batch: Batch) -> tuple[Result, ...]:
    """Fill and write each document, in a process of its own. Raises RuntimeError in another awardgen."""
    if batch.version != awardgen.__version__:
        raise RuntimeError(awardgen.__version__)
    return write_tasks(_template(batch.template), _folder(batch.location), batch)


def write_tasks(template: Template, folder: Folder, batch: Batch) -> tuple[Result, ...]:
    """Fill and write each document."""
    filled = [_filled(template, task) for task in batch.tasks]
    write_ahead(
        folder, batch.journal, [(each.task.path, each.entry) for each in filled if each and each.is_new]
    )
    return tuple(_write(folder, each) if each else None for each in filled)


class _Filled(NamedTuple):
    task: Task
    entry: Entry
    data: bytes

    @property
    def is_new(self) -> bool:
        return self.entry.sha256 != self.task.there


def _filled(template: Template, task: Task) -> _Filled | None:
    try:
        data, sha256, content = template.render_with_digests(task.values)
    except (TemplateError, BeyondViewError):
        return None  # told of where the whole context is
    return _Filled(task, task.entry._replace(sha256=sha256, content=content), data)


def _write(folder: Folder, filled: _Filled) -> Written | OSError:
    if not filled.is_new:
        return Written(filled.entry, None)
    try:
        return Written(filled.entry, folder.write(filled.task.path, filled.data))
    except OSError as error:
        return OSError(error.errno, *error.args[1:2]) if error.errno else OSError(str(error))


@lru_cache(_MOST_TEMPLATES)
def _template(data: bytes) -> Template:
    return Template(data, filters=FILTERS)


@lru_cache(1)
def _folder(location: str) -> Folder:
    return open_folder(location)
