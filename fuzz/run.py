"""Try a reader on damaged files for a time; what makes it fail is kept.

    python fuzz/run.py TARGET [--seconds 600] [--seed 1] [--keep FOLDER] [--guided]

TARGET: workbook, template, form or write-up. --guided: by atheris, which looks for inputs that reach new code and has
to be installed (pip install atheris; Linux and macOS). Else the damage is drawn by chance, the same for the same seed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from mutation import mutated
from targets import Targets


def main() -> int:
    """Run, and say how many files were tried; 1 where one of them made the reader fail."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=("workbook", "template", "form", "write-up"))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("failures"))
    parser.add_argument("--guided", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        targets = Targets(Path(folder))
        seeds = targets.seeds(options.target)
        read = targets.by_name[options.target]
        if options.guided:
            _guided(read, seeds, options, Path(folder))  # ends the program
        return _by_chance(read, seeds, options)


def _by_chance(read, seeds, options) -> int:  # noqa: ANN001 - of this file alone
    chance = random.Random(options.seed)  # noqa: S311 - the same for the same seed
    end = time.monotonic() + options.seconds
    tried = failed = 0
    slowest = 0.0
    known: set[str] = set()
    while time.monotonic() < end:
        data = mutated(chance.choice(seeds), chance)
        tried += 1
        began = time.process_time()
        try:
            read(data)
        except Exception as error:  # noqa: BLE001 - it is what is looked for
            place = "".join(traceback.format_exception(error)[-2:])
            if place not in known:
                known.add(place)
                options.keep.mkdir(exist_ok=True)
                path = options.keep / f"{options.target}-{hashlib.sha256(data).hexdigest()[:12]}"
                path.write_bytes(data)
                print(f"{path}\n{place}", flush=True)
            failed += 1
        slowest = max(slowest, time.process_time() - began)
    print(f"{options.target}: {tried} files, {failed} failures, the slowest took {slowest:.1f} s")
    return int(failed > 0)


def _guided(read, seeds, options, folder) -> None:  # noqa: ANN001 - likewise
    import atheris  # noqa: PLC0415 - only here it is needed

    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)

    def mutator(data: bytes, most: int, seed: int) -> bytes:
        return mutated(data, random.Random(seed))[:most]  # noqa: S311 - likewise

    options.keep.mkdir(exist_ok=True)
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={options.seconds}",
        f"-seed={options.seed}",
        f"-artifact_prefix={options.keep}/{options.target}-",
        "-max_len=4000000",
        "-timeout=60",
        "-rss_limit_mb=2048",
    ]
    atheris.instrument_all()
    atheris.Setup(arguments, read, custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
