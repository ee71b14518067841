"""Time awardgen.writeup, and JioNLP where it is installed, on the same labelled texts in the same run.

python benchmarks/writeup/compare.py dev.jsonl [more.jsonl …]
"""

from __future__ import annotations

import importlib.util
import json
import logging
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from awardgen.campaign import Window
from awardgen.writeup import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
PAGE = 1500
SLOW_PIECES = ("1", "年", "2010年9月至", "“十一”", "去年", "1 ", "\n", "五一", "正月初")

Line = dict[str, Any]


def main() -> None:
    """Print milliseconds for 1500 characters, and how time grows with texts made to be slow."""
    lines = [
        json.loads(line)
        for path in sys.argv[1:]
        for line in Path(path).read_text("utf-8").splitlines()
        if line
    ]
    ours = _per_page(_awardgen, lines)
    print(f"awardgen  {ours:8.3f} ms / {PAGE} characters")
    if importlib.util.find_spec("jionlp"):
        theirs = _per_page(_jionlp(), lines)
        print(f"jionlp    {theirs:8.3f} ms / {PAGE} characters, {theirs / ours:.0f} times as long")
    for piece in SLOW_PIECES:
        small, large = (
            _seconds(_awardgen, [_line(piece * (size // len(piece)))]) for size in (100_000, 1_000_000)
        )
        print(f"{piece!r:>16}: 100 kB {small * 1000:7.0f} ms, 1 MB {large * 1000:7.0f} ms")


def _per_page(analyser: Callable[[Line], object], lines: list[Line]) -> float:
    analyser(lines[0])
    best = min(_seconds(analyser, lines) for _ in range(ROUNDS))
    return best / sum(len(line["text"]) for line in lines) * PAGE * 1000


def _seconds(analyser: Callable[[Line], object], lines: list[Line]) -> float:
    began = time.perf_counter()
    for line in lines:
        analyser(line)
    return time.perf_counter() - began


def _awardgen(line: Line) -> object:
    window = Window(*map(date.fromisoformat, line["window"]))
    return analyse(line["text"], window, date.fromisoformat(line["reference"]))


def _jionlp() -> Callable[[Line], object]:
    import jionlp  # noqa: PLC0415 - only where it is installed

    logging.disable(logging.CRITICAL)

    def run(line: Line) -> object:
        base = time.mktime(date.fromisoformat(line["reference"]).timetuple())
        return jionlp.ner.extract_time(line["text"], time_base=base)

    return run


def _line(text: str) -> Line:
    return {"text": text, "window": ["2010-09-01", "2011-06-30"], "reference": "2011-06-20"}


if __name__ == "__main__":
    main()
