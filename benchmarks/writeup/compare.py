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

import awardgen.writeup
from awardgen.campaign import Window
from awardgen.writeup import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 8
OURS_A_ROUND = 10  # as often as the other takes less time
PAGE = 1500
SLOW_PIECES = ("1", "年", "2010年9月至", "“十一”", "去年", "1 ", "\n", "五一", "正月初")

Line = dict[str, Any]


def main() -> None:
    """Print milliseconds of the processor for 1500 characters, and how they grow with texts made to be slow."""
    lines = [
        json.loads(line)
        for path in sys.argv[1:]
        for line in Path(path).read_text("utf-8").splitlines()
        if line
    ]
    how = "compiled" if len(awardgen.writeup.__path__) > 1 else "from its sources"
    if importlib.util.find_spec("jionlp"):
        ours, theirs = _in_turns(lines)
        print(f"jionlp    {theirs:8.3f} ms / {PAGE} characters, {theirs / ours:.1f} times as long")
    else:
        ours = _per_page(lines, min(_seconds(_awardgen, lines) for _ in range(ROUNDS * OURS_A_ROUND)))
    print(f"awardgen  {ours:8.3f} ms / {PAGE} characters, {how}")
    for piece in SLOW_PIECES:
        small, large = (
            _seconds(_awardgen, [_line(piece * (size // len(piece)))]) for size in (100_000, 1_000_000)
        )
        print(f"{piece!r:>16}: 100 kB {small * 1000:7.0f} ms, 1 MB {large * 1000:7.0f} ms")


def _in_turns(lines: list[Line]) -> tuple[float, float]:
    """Return the best of each, round by round in turns: what slows the machine for a while slows both."""
    jionlp = _jionlp()
    jionlp(lines[0])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours += (_seconds(_awardgen, lines) for _ in range(OURS_A_ROUND))
        theirs.append(_seconds(jionlp, lines))
    return _per_page(lines, min(ours)), _per_page(lines, min(theirs))


def _per_page(lines: list[Line], seconds: float) -> float:
    return seconds / sum(len(line["text"]) for line in lines) * PAGE * 1000


def _seconds(analyser: Callable[[Line], object], lines: list[Line]) -> float:
    """Return the processor's time, which other programs lengthen less than the clock's."""
    began = time.process_time()
    for line in lines:
        analyser(line)
    return time.process_time() - began


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
