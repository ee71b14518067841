"""What `check` writes into output/检查/: only what the latest run had to say, and nobody's work is lost over it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from awardgen.catalogue import documents as kinds
from awardgen.errors import reason
from awardgen.finding import Place, Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.publishing.local_folder import LocalFolder
from awardgen.publishing.names import REPLACED_FOLDER, sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from awardgen.finding import Finding, Kind

CHECK_FOLDER = "检查"
_RECORD = f"{CHECK_FOLDER}/.written.json"
_SCHEMA_VERSION = 1
_HINT = "检查的结果以屏幕上的为准；请关闭这个文件后再运行一次 awardgen check。"

Record = dict[str, list[str]]
"""Path below output/ → the checksums that a file of ours may have there."""


class CheckFolder:
    """The folder of one campaign. campaign_folder: where output/ lies."""

    def __init__(self, campaign_folder: Path) -> None:
        self._location = campaign_folder / OUTPUT_FOLDER
        self._findings: list[Finding] = []

    def hold(self, files: Mapping[str, bytes]) -> list[Finding]:
        """Make the folder hold these files and no others of ours; return what stood in the way.

        files: path below output/ → bytes. What somebody changed by hand moves to .手改, unless it would only be
        replaced by what it was made from.
        """
        if not files and not (self._location / _RECORD).is_file():
            return []
        try:
            self._hold(LocalFolder(str(self._location)), files)
        except OSError as error:
            self._tell(f"{CHECK_FOLDER}/", f"写不进去（{reason(error)}），没有做批注副本。")
        return self._findings

    def _hold(self, folder: LocalFolder, files: Mapping[str, bytes]) -> None:
        before = _read(folder)
        checksums = {path: sha256_of(data) for path, data in files.items()}
        # Told beforehand, so that after a run that was cut short its files are still known as ours.
        both = {path: [*before.get(path, ()), sha256] for path, sha256 in checksums.items()}
        if both.keys() != before.keys() or any(sha not in before[path] for path, sha in checksums.items()):
            _write(folder, {**before, **both})
        after: Record = {}
        for path, data in files.items():
            after[path] = [checksums[path]]
            try:
                self._put(folder, path, data, before.get(path, []))
            except OSError as error:
                after[path] += before.get(path, [])
                self._tell(path, f"新的内容写不进去（{reason(error)}），里面仍是上一次检查的结果。")
        for path in before.keys() - files.keys():
            try:
                self._take_away(folder, path, before[path])
            except OSError as error:
                after[path] = before[path]
                self._tell(path, f"上一次检查的结果删不掉（{reason(error)}）。")
        if after:
            if after != before:
                _write(folder, after)
        else:
            folder.remove(_RECORD)

    def _put(self, folder: LocalFolder, path: str, data: bytes, ours: list[str]) -> None:
        lies_there = self._checksum(folder, path)
        sha256 = sha256_of(data)
        if lies_there == sha256 or (lies_there and sha256 in ours):
            return
        if lies_there and lies_there not in ours:
            self._move_aside(folder, path)
        folder.write(path, data)

    def _take_away(self, folder: LocalFolder, path: str, ours: list[str]) -> None:
        lies_there = self._checksum(folder, path)
        if lies_there in ours:
            folder.remove(path)
        elif lies_there:
            self._move_aside(folder, path)

    def _checksum(self, folder: LocalFolder, path: str) -> str:
        """Return a file's checksum; empty where there is none."""
        try:
            return sha256_of(folder.read(path))
        except (FileNotFoundError, NotADirectoryError):
            return ""

    def _move_aside(self, folder: LocalFolder, path: str) -> None:
        moved = folder.move(path, f"{REPLACED_FOLDER}/{path}")
        message = f"有手工修改，已移到output/{moved}，这里换成了新的检查结果。"
        hint = "要改正数据，请改data/中的工作簿；批注副本只供查看。"
        self._tell(path, message, kinds.EDITED_BY_HAND, Severity.INFO, hint)

    def _tell(
        self,
        path: str,
        message: str,
        kind: Kind = kinds.FILE_IN_USE,
        severity: Severity = Severity.WARNING,
        hint: str = _HINT,
    ) -> None:
        place = Place(f"{OUTPUT_FOLDER}/{path}")
        self._findings.append(kind.at(place, message, severity=severity, hint=hint))


def _read(folder: LocalFolder) -> Record:
    """Return the record; one that is missing or damaged counts as none."""
    try:
        content = json.loads(folder.read(_RECORD))
        if content["schema_version"] == _SCHEMA_VERSION:
            return {str(path): [str(each) for each in known] for path, known in content["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    return {}


def _write(folder: LocalFolder, record: Record) -> None:
    content = {"schema_version": _SCHEMA_VERSION, "files": dict(sorted(record.items()))}
    folder.write(_RECORD, json.dumps(content, ensure_ascii=False, indent=0).encode())
