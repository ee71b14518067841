"""Time the filling of one form: docxtpl, awardgen, the floor, and easy-template-x where it is installed; in one run.

python benchmarks/rendering/compare.py [--node FOLDER] [--out FOLDER] [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from docxtpl import DocxTemplate
from forms import contexts, form

from awardgen.opc import Packer, deflate
from awardgen.rendering import Template
from awardgen.rendering.package import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FEW, MANY = 8, 400
BODY = "word/document.xml"
Context = dict[str, str]
Each = TypeVar("Each")


def main() -> None:
    """Print a table for each template. Each round times all of them, one after the other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--node", type=Path, help="a folder where `npm install easy-template-x` was run")
    parser.add_argument("--out", type=Path, help="where files are written, such as a tmpfs")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    for small in (False, True):
        with tempfile.TemporaryDirectory(dir=options.out) as folder:
            _table(small, Path(folder), options.node, options.rounds)


def _table(small: bool, folder: Path, node: Path | None, rounds: int) -> None:  # noqa: FBT001 - two templates
    data, few, many = form("{{ ", " }}", small=small), contexts(FEW), contexts(MANY)
    template = Template(data)
    finished = [unpack(template.render(each)).files[BODY] for each in many]
    document = template.render(many[0])
    print(f"\ntemplate {len(data) / 1000:.1f} kB, document {len(document) / 1000:.1f} kB")
    loops: dict[str, Callable[[], float]] = {
        "docxtpl, one object": lambda: _seconds(_docxtpl_once(data), few),
        "docxtpl, an object each": lambda: _seconds(_docxtpl_each(data), few),
        "awardgen": lambda: _seconds(template.render, many),
        "awardgen, to a file": lambda: _seconds(_to_file(template.render, folder), many),
        "floor, to a file": lambda: _seconds(_to_file(_floor(data), folder), finished),
    }
    if node:
        loops["easy-template-x"] = _easy_template_x(form("{", "}", small=small), few * 10, node, folder)
    taken: dict[str, list[float]] = {name: [] for name in loops}
    for _ in range(rounds):
        for name, loop in loops.items():
            taken[name].append(loop())
    for name, seconds in taken.items():
        print(f"{name:>26} {min(seconds) * 1e6:9.0f} µs {1 / min(seconds):8.0f}/s")
    theirs = min((name for name in taken if "docxtpl" in name), key=lambda name: min(taken[name]))
    _ratio("docxtpl's best / awardgen", taken[theirs], taken["awardgen"])
    if node:
        _ratio("easy-template-x / awardgen", taken["easy-template-x"], taken["awardgen"])
    _ratio("awardgen / floor, to a file", taken["awardgen, to a file"], taken["floor, to a file"])


def _ratio(name: str, above: list[float], below: list[float]) -> None:
    paired = median(one / other for one, other in zip(above, below, strict=True))
    print(f"{name:>30}: {min(above) / min(below):6.2f} of the best, {paired:6.2f} of paired rounds (median)")


def _seconds(work: Callable[[Each], object], each: Iterable[Each]) -> float:
    """Return the CPU seconds that one document takes."""
    items = list(each)
    began = time.process_time()
    for item in items:
        work(item)
    return (time.process_time() - began) / len(items)


def _docxtpl_once(data: bytes) -> Callable[[Context], object]:
    template = DocxTemplate(BytesIO(data))

    def work(context: Context) -> None:
        template.render(context)
        template.save(BytesIO())

    return work


def _docxtpl_each(data: bytes) -> Callable[[Context], object]:
    def work(context: Context) -> None:
        template = DocxTemplate(BytesIO(data))
        template.render(context)
        template.save(BytesIO())

    return work


def _to_file(work: Callable[[Each], bytes], folder: Path) -> Callable[[Each], object]:
    temporary, final = folder / "new", folder / "文书.docx"

    def written(each: Each) -> None:
        temporary.write_bytes(work(each))
        temporary.replace(final)

    return written


def _floor(data: bytes) -> Callable[[bytes], bytes]:
    """Deflate finished XML and write the zip; the XML itself is there already."""
    kept = {name: packed for name, packed in unpack(data).packed.items() if name != BODY}
    packer = Packer(kept, [BODY])
    return lambda xml: packer.pack([deflate([xml])])


def _easy_template_x(data: bytes, each: list[Context], node: Path, folder: Path) -> Callable[[], float]:
    script = Path(__file__).with_name("easy_template_x.mjs")
    template, values = folder / "template.docx", folder / "contexts.json"
    template.write_bytes(data)
    values.write_text(json.dumps(each), "utf-8")
    command = ["node", script, node, template, values]
    return lambda: float(subprocess.run(command, check=True, capture_output=True).stdout) / 1000  # noqa: S603


if __name__ == "__main__":
    main()
