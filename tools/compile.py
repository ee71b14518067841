"""Compile the reader of write-ups, which then takes little more than half of the time: python -m tools.compile.

It needs mypyc, setuptools, a C compiler and Python's headers; where one is missing it says so and nothing changes. The
modules go to site-packages, never beside their sources, and are used only as long as these stay as they are.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from awardgen.compiled import FOLDER, LIBRARY, SOURCES, sources_of

PACKAGE = Path("src/awardgen/writeup")
# Data, and what other parts pass between processes, gain nothing.
_AS_THEY_ARE = frozenset(("__init__", "almanac", "calendar", "holidays", "lexicon", "mention", "traps"))


def main() -> None:
    """Compile, unless it has been done; print what became of it."""
    os.chdir(Path(__file__).parent.parent)
    home = Path(sysconfig.get_path("platlib"), FOLDER)
    sources = sources_of(PACKAGE)
    compiled_from = home / SOURCES
    if compiled_from.is_file() and compiled_from.read_bytes() == sources:
        return
    try:
        with TemporaryDirectory(prefix=".awardgen-", dir=home.parent) as work:
            new = Path(work, "modules")
            new.mkdir()
            with redirect_stdout(sys.stderr):
                _build(Path(work), new)
            (new / "__init__.py").touch()
            (new / SOURCES).write_bytes(sources)
            shutil.rmtree(home, ignore_errors=True)
            new.rename(home)  # whole or not at all: compiled and other modules do not go together
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - whatever a compiler lacks, the sources run without it
        print(f"write-ups are read uncompiled: {problem}")
    else:
        print(f"write-ups are read by the modules in {home}")


def _build(work: Path, home: Path) -> None:
    from mypyc.build import mypycify  # noqa: PLC0415 - a developer's tool, missing where only awardgen is installed
    from setuptools import Distribution  # noqa: PLC0415

    sources = sorted(str(path) for path in PACKAGE.glob("*.py") if path.stem not in _AS_THEY_ARE)
    # More optimising takes the C compiler half as long again, and gains nothing.
    extensions = mypycify(sources, target_dir=str(work), group_name=LIBRARY, opt_level="1", debug_level="0")
    command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(work / "lib"), str(work / "temp")
    command.ensure_finalized()
    command.run()
    for module in (work / "lib").rglob("*.*"):
        if module.is_file():
            shutil.copy(module, home)


if __name__ == "__main__":
    main()
