"""The same job as an office developer would write it: pandas reads, docxtpl fills, one document after the other.

    python benchmarks/build/baseline.py FOLDER OUTPUT [--sample 500]

It takes the campaign's own templates and rows of 文书, checks nothing and keeps no record of what it wrote. Of
docxtpl's ways to fill one template often the fastest was taken: the template's bytes read once, a new DocxTemplate
of them for each document (one for all is 5 % slower), one Jinja environment for everything. The last line printed
is JSON with the seconds of each step, and the processor time of the forms.
"""

from __future__ import annotations

import argparse
import json
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from baseline_data import read_sheets, rows_of, shared_context
from docxtpl import DocxTemplate
from jinja2 import Environment

from awardgen.documents.filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd
    from baseline_data import Row


class Templates:
    """The templates of a folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, bytes] = {}
        self.environment = Environment(autoescape=True)
        self.environment.filters.update(FILTERS)

    def fill(self, name: str, context: Mapping[str, Any], path: Path) -> None:
        if name not in self._read:
            self._read[name] = (self._folder / name).read_bytes()
        document = DocxTemplate(BytesIO(self._read[name]))
        document.render(dict(context), self.environment, autoescape=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        document.save(path)


def main() -> None:
    """Do the job and print how long its steps took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sample", type=int, help="fill only this many of the documents of applications")
    arguments = parser.parse_args()
    began = time.perf_counter()
    settings = read_sheets(arguments.folder / "data" / "活动设置.xlsx")
    applications = read_sheets(arguments.folder / "data" / "申报.xlsx")
    scores = read_sheets(arguments.folder / "data" / "评分.xlsx")
    read = time.perf_counter()
    shared = shared_context(settings, applications, scores)
    ranked = time.perf_counter()
    templates = Templates(arguments.folder / "templates")
    by_scope = _plan(settings["文书"], shared, templates.environment)
    of_applications = by_scope.pop("申报", [])
    step = 1 if arguments.sample is None else max(1, len(of_applications) // arguments.sample)
    for documents in by_scope.values():
        for name, context, path in documents:
            templates.fill(name, context, arguments.output / path)
    listed = time.perf_counter()
    chosen = of_applications[::step]
    processor = time.process_time()
    for name, context, path in chosen:
        templates.fill(name, context, arguments.output / path)
    filled = time.perf_counter()
    seconds = {
        "read": read - began,
        "rank": ranked - read,
        "lists": listed - ranked,
        "forms": filled - listed,
    }
    told = {"seconds": seconds, "cpu": time.process_time() - processor}
    print(json.dumps({**told, "filled": len(chosen), "planned": len(of_applications)}))


def _plan(
    documents: pd.DataFrame, shared: Row, environment: Environment
) -> dict[str, list[tuple[str, Row, str]]]:
    """Return by 范围: template, context and path of each document."""
    plan: dict[str, list[tuple[str, Row, str]]] = {}
    for row in rows_of(documents):
        condition = environment.compile_expression(row["条件"]) if row["条件"] else None
        file_name = environment.from_string(row["文件名"])
        for context in _contexts(row["范围"], shared):
            if condition is None or condition(context):
                path = file_name.render(context)
                plan.setdefault(row["范围"], []).append((row["模板"], context, path))
    return plan


def _contexts(scope: str, shared: Row) -> Iterator[Row]:
    if scope == "活动":
        yield shared
    elif scope == "小组":
        for group in shared["小组列表"]:
            yield {**shared, **group, "小组": group}
    for award in shared["奖项列表"]:
        if scope == "空表":
            yield {**shared, "奖项": award}
        elif scope == "奖项":
            yield {**shared, **award, "奖项": award}
        elif scope == "申报":
            for each in award["申报列表"]:
                yield {**shared, **each}


if __name__ == "__main__":
    main()
