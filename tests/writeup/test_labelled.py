"""The score on texts labelled by the guide stays above the floor that the product promises."""

import json
from datetime import date
from pathlib import Path

from awardgen.campaign import Window
from awardgen.writeup import analyse

LINES = [
    json.loads(line) for line in Path(__file__).with_name("labelled.jsonl").read_text("utf-8").splitlines()
]
FLOOR = 0.97


def test_mentions_intervals_and_verdicts_are_as_labelled():
    wanted, right, reported = 0, 0, 0
    for line in LINES:
        found = analyse(
            line["text"],
            Window(*map(date.fromisoformat, line["window"])),
            date.fromisoformat(line["reference"]),
        ).mentions
        seen = {(m.start, m.end): ([str(m.first_day), str(m.last_day)], str(m.verdict)) for m in found}
        reported += len(found)
        for want in line["mentions"]:
            wanted += 1
            days, verdict = next(
                (
                    value
                    for (start, end), value in seen.items()
                    if start < want["end"] and want["start"] < end
                ),
                (None, None),
            )
            right += days in want["intervals"] and verdict in want["verdicts"]
    assert right / wanted >= FLOOR
    assert wanted / reported >= FLOOR
