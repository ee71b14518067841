"""The fonts that documents are printed with: what fonts.conf pins, where it comes from, and what of it is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIGURATION: Final = "fonts.conf"
_SECONDS_TO_LIST: Final = 60


class PinnedFont(NamedTuple):
    """A font of fonts.conf. family: its name; stands_for: in Chinese; package: the Debian package that has it."""

    family: str
    stands_for: str
    package: str
    is_chinese: bool


PINNED_FONTS: Final = (
    PinnedFont("FandolFang", "仿宋", "texlive-lang-chinese", is_chinese=True),
    PinnedFont("FandolKai", "楷体", "texlive-lang-chinese", is_chinese=True),
    PinnedFont("FandolHei", "黑体", "texlive-lang-chinese", is_chinese=True),
    PinnedFont("FandolSong", "宋体、小标宋", "texlive-lang-chinese", is_chinese=True),
    PinnedFont("LXGW WenKai", "仿宋、楷体中的生僻字", "fonts-lxgw-wenkai", is_chinese=True),
    PinnedFont("Noto Serif CJK SC", "宋体、小标宋中的生僻字", "fonts-noto-cjk", is_chinese=True),
    PinnedFont("Noto Sans CJK SC", "黑体中的生僻字", "fonts-noto-cjk", is_chinese=True),
    PinnedFont("Liberation Serif", "Times New Roman", "fonts-liberation", is_chinese=False),
    PinnedFont("Liberation Sans", "Arial", "fonts-liberation", is_chinese=False),
    PinnedFont("Liberation Mono", "Courier New", "fonts-liberation", is_chinese=False),
    PinnedFont("Carlito", "Calibri", "fonts-crosextra-carlito", is_chinese=False),
    PinnedFont("DejaVu Sans", "☑、✓之类的符号", "fonts-dejavu-core", is_chinese=False),
    PinnedFont("OpenSymbol", "项目符号", "fonts-opensymbol", is_chinese=False),
)


class FontFile(NamedTuple):
    """A font file that LibreOffice sees with fonts.conf."""

    family: str
    path: str
    size: int


def can_pin() -> bool:
    """Say whether this system's LibreOffice takes its fonts from fontconfig: those of Windows and macOS do not."""
    return sys.platform not in {"win32", "darwin"}


@lru_cache(1)
def font_files() -> tuple[FontFile, ...] | None:
    """Return the font files that are there of those that fonts.conf lets through; None where that cannot be known."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    with as_file(files("awardgen.office") / CONFIGURATION) as configuration:
        try:
            answer = subprocess.run(  # noqa: S603 - a program of fontconfig, which LibreOffice depends on
                [program, "--format", "%{family}\t%{file}\n"],
                timeout=_SECONDS_TO_LIST,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
    return tuple(sorted(_files_in(answer.stdout.decode(errors="replace"))))


def missing_fonts() -> tuple[PinnedFont, ...] | None:
    """Return the pinned fonts that are not there; None where that cannot be known, or nothing can be pinned."""
    found = font_files() if can_pin() else None
    if found is None:
        return None
    families = {name for each in found for name in each.family.split(",")}
    return tuple(font for font in PINNED_FONTS if font.family not in families)


def _files_in(listed: str) -> Iterator[FontFile]:
    for line in listed.splitlines():
        family, _, path = line.partition("\t")
        try:
            yield FontFile(family, path, Path(path).stat().st_size)
        except OSError:
            continue
