"""The judges' scores and the thanks of a made-up campaign."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from made import judges_of, starter_rows
from prose import person_name
from sheets import write_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

    from made import Entry, Made
    from sheets import Cell

_QUOTA_SHARE = 10  # one in ten wins
_DROPPING_ABOVE = 5  # judges; 去掉最高最低分的评委人数 of the repository's campaign
_THANKED_SHARE = 0.06


def write_scores(path: Path, made: Made) -> dict[str, int]:
    """Write 评分.xlsx; return a 名额 for each award that cuts through no tie."""
    rubric = starter_rows("活动设置", "评选细则")
    limits = [float(row[rubric[0].index("分值")]) for row in rubric[1:]]
    judges = judges_of(made)
    totals: defaultdict[str, list[float]] = defaultdict(list)
    thanks = [row for entry in made.entries for row in _thanks(entry, made)]
    thanked: defaultdict[str, int] = defaultdict(int)
    for row in thanks:
        thanked[str(row[0])] += 1

    def rows() -> Iterator[list[Cell]]:
        for entry in made.entries:
            random = made.random_of(entry, "scores")
            quality = 0.8 + 0.15 * random.random()
            points = [_points(limits, quality, random) for _ in judges]
            sums = sorted(map(sum, points))
            left = sums[1:-1] if len(sums) > _DROPPING_ABOVE else sums
            totals[entry.kind].append(round(sum(left) / len(left) + thanked[entry.number], 6))
            for judge, given in zip(judges, points, strict=True):
                yield [entry.number, judge, *given]

    score_headers = ["编号", "评委", *(str(index + 1) for index in range(len(limits)))]
    thanks_headers = starter_rows("评分", "附加分")[0]
    write_book(path, {"评分": (score_headers, rows()), "附加分": (thanks_headers, thanks)})
    return {kind: _quota(totals[kind]) for kind in totals}


def _points(limits: Sequence[float], quality: float, random: Random) -> list[float]:
    """Return a judge's points in halves, about the quality's share of each limit."""
    return [
        min(limit, int(2 * limit * (quality + 0.15 * (random.random() - 0.5)) + 0.5) / 2) for limit in limits
    ]


def _quota(totals: Sequence[float]) -> int:
    ordered = sorted(totals, reverse=True)
    quota = max(1, len(ordered) // _QUOTA_SHARE)
    while quota < len(ordered) and ordered[quota - 1] == ordered[quota]:
        quota += 1
    return quota


def _thanks(entry: Entry, made: Made) -> Iterator[list[Cell]]:
    random = made.random_of(entry, "thanks")
    if random.random() < _THANKED_SHARE:
        for piece in range(random.randint(1, 3)):
            day = date(2010, 9, 1) + timedelta(days=random.randrange(300))
            form = random.choice(("锦旗", "表扬信", "来电", "留言"))
            yield [entry.number, day, form, f"{person_name(random)}同学（第{piece + 1}件）", "是"]
