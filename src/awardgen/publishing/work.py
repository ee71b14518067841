"""Filling and writing documents, here or in another process: a task may run twice, and nothing changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from awardgen.documents import FILTERS, BeyondViewError
from awardgen.publishing.folder import open_folder
from awardgen.publishing.names import sha256_of
from awardgen.publishing.published import Written
from awardgen.rendering import Template, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgen.publishing.folder import Folder

_MOST_TEMPLATES = 64


class Task(NamedTuple):
    """One document.

    path: below the folder. values: its context. there: the sha256 of what lies there, where that is ours.
    """

    path: str
    values: Mapping[str, Any]
    there: str


class Batch(NamedTuple):
    """Documents of one template, enough of them that sending them costs little."""

    location: str
    template: bytes
    tasks: tuple[Task, ...]


Result = Written | OSError | None
"""What became of a task: an OSError is what the place answered, None that its values were not enough."""


def write_batch(batch: Batch) -> tuple[Result, ...]:
    """Fill and write each document, in a process of its own."""
    return write_tasks(_template(batch.template), _folder(batch.location), batch.tasks)


def write_tasks(template: Template, folder: Folder, tasks: Iterable[Task]) -> tuple[Result, ...]:
    """Fill and write each document."""
    return tuple(_write(template, folder, task) for task in tasks)


def _write(template: Template, folder: Folder, task: Task) -> Result:
    try:
        data, content = template.render_with_content(task.values)
    except (TemplateError, BeyondViewError):
        return None  # told of where the whole context is
    sha256 = sha256_of(data)
    if sha256 == task.there:
        return Written(sha256, content, None)
    try:
        return Written(sha256, content, folder.write(task.path, data))
    except OSError as error:
        return OSError(error.errno, *error.args[1:2]) if error.errno else OSError(str(error))


@lru_cache(_MOST_TEMPLATES)
def _template(data: bytes) -> Template:
    return Template(data, filters=FILTERS)


@lru_cache(1)
def _folder(location: str) -> Folder:
    return open_folder(location)
