"""`awardgen init`: a new campaign folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from awardgen.errors import AwardgenError, reason
from awardgen.layout import DATA_FOLDER, OUTPUT_FOLDER, SIGNED_FOLDER, TEMPLATES_FOLDER
from awardgen.workbook.starter_rows import AWARD_ROWS, DOCUMENT_ROWS
from awardgen.workbook.writeups import WRITE_UP_FOLDER
from awardgen.workbook.writing import write_campaign

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).resolve().parent.parent
_COMMANDS = {"检查.cmd": "check", "生成.cmd": "build", "查看.cmd": "serve"}
_COMMAND_FILE = """\
@echo off
pushd "%~dp0"
where awardgen >nul 2>nul
if errorlevel 1 (
    py -m awardgen {command}
) else (
    awardgen {command}
)
if errorlevel 9009 echo 没有找到awardgen，请按使用手册安装后再试。
popd
pause
"""


def create_campaign(folder: Path, *, sample: bool) -> tuple[Path, ...]:
    """Make a campaign folder and return the files in it; sample: with the data of the 2010 campaign.

    Raises AwardgenError where the folder is a campaign already.
    """
    for name in (DATA_FOLDER, TEMPLATES_FOLDER):
        if (folder / name).exists():
            raise AwardgenError(f"{folder}里已经有{name}文件夹，没有改动。", "请换一个新的文件夹。")
    source = _starter_folder()
    try:
        return tuple(_create(folder, source, sample=sample))
    except OSError as problem:
        raise AwardgenError(f"不能写入{folder}：{reason(problem)}。", "请检查权限和磁盘空间。") from problem


def _create(folder: Path, source: Path, *, sample: bool) -> Iterator[Path]:
    yield from _copy(source / TEMPLATES_FOLDER, folder / TEMPLATES_FOLDER)
    if sample:
        yield from _copy(source / DATA_FOLDER, folder / DATA_FOLDER)
    else:
        yield from write_campaign(folder, {"奖项": AWARD_ROWS, "文书": DOCUMENT_ROWS})
    for name in (WRITE_UP_FOLDER, SIGNED_FOLDER):
        (folder / DATA_FOLDER / name).mkdir(parents=True, exist_ok=True)
    (folder / OUTPUT_FOLDER).mkdir(exist_ok=True)
    for name, command in _COMMANDS.items():
        path = folder / name
        # cmd.exe reads a file in the console's code page, which is GBK on a Chinese Windows
        path.write_text(_COMMAND_FILE.format(command=command), encoding="gbk", newline="\r\n")
        yield path


def _starter_folder() -> Path:
    """Return the folder with the starter's data/ and templates/: in a wheel the package's own, else the repository."""
    for folder in (_PACKAGE / "starter", _PACKAGE.parent.parent):
        if (folder / TEMPLATES_FOLDER).is_dir() and (folder / DATA_FOLDER).is_dir():
            return folder
    raise AwardgenError("awardgen的安装不完整：缺少样例和模板。", "请重新安装awardgen。")


def _copy(source: Path, target: Path) -> Iterator[Path]:
    """Copy a folder's files, without lock files and what begins with a dot."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.startswith((".", "~$")):
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            yield copy
