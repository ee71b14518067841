"""awardgen's way to PDF beside LibreOffice's own, on the same application forms: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from awardgen.office import convert_to_pdf, find_office

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FONTS = Path(__file__).parents[2] / "src" / "awardgen" / "office" / "fonts.conf"


class _Time(NamedTuple):
    wall: float
    cpu: float


def main() -> None:
    """Make the forms, time both ways round by round, and print a line a round."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--forms", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    office = find_office()
    if office is None:
        sys.exit("LibreOffice is not installed.")
    with TemporaryDirectory() as name:
        folder = Path(name)
        forms = _forms(folder, given.forms)
        _timed(lambda: _bare(office, forms[:1], folder))  # what is read for the first time
        for index in range(given.rounds):
            bare = _timed(lambda: _bare(office, forms, folder))
            ours = _timed(lambda: _ours(forms, folder))
            print(
                f"round {index + 1}: bare soffice {bare.wall:.1f} s ({bare.cpu:.1f} s CPU), awardgen "
                f"{ours.wall:.1f} s ({ours.cpu:.1f} s CPU), ratio {ours.wall / bare.wall:.2f} "
                f"(CPU {ours.cpu / bare.cpu:.2f})"
            )


def _forms(folder: Path, count: int) -> list[Path]:
    """Return application forms of the starter campaign, each under many names."""
    campaign = folder / "campaign"
    for arguments in (["init", str(campaign), "--sample"], ["-C", str(campaign), "build"]):
        subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-m", "awardgen", *arguments], check=True, stdout=subprocess.DEVNULL
        )
    made = sorted((campaign / "output" / "申报表").glob("*.docx"))
    forms = folder / "forms"
    forms.mkdir()
    return [
        Path(shutil.copyfile(made[index % len(made)], forms / f"{index:03}.docx")) for index in range(count)
    ]


def _bare(office: str, forms: Sequence[Path], folder: Path) -> None:
    with TemporaryDirectory(dir=folder) as name:
        profile, into = Path(name) / "profile", Path(name) / "pdf"
        subprocess.run(  # noqa: S603 - LibreOffice
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(into),
                *map(str, forms),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "FONTCONFIG_FILE": str(_FONTS)},
        )
        assert len(list(into.iterdir())) == len(forms)  # noqa: S101 - or nothing was measured


def _ours(forms: Sequence[Path], folder: Path) -> None:
    with TemporaryDirectory(dir=folder) as name:
        assert not convert_to_pdf(forms, Path(name)).failed  # noqa: S101 - likewise


def _timed(work: Callable[[], None]) -> _Time:
    wall, cpu = time.monotonic(), _cpu()
    work()
    return _Time(time.monotonic() - wall, _cpu() - cpu)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
