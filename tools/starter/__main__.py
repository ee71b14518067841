"""Write the starter's data/: python -m tools.starter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.workbook import write_campaign
from tools.starter.sources import HERE, load_content
from tools.starter.write_up_files import write_write_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPOSITORY = HERE.parent.parent


def write_starter(folder: Path) -> Iterator[Path]:
    """Write the workbooks and write-ups into folder/data; yield their paths."""
    yield from write_campaign(folder, load_content())
    write_ups = folder / "data" / "事迹"
    write_ups.mkdir(exist_ok=True)
    for source in sorted((HERE / "事迹").glob("*.txt")):
        yield write_write_up(source, write_ups)


if __name__ == "__main__":
    for path in write_starter(REPOSITORY):
        print(path.relative_to(REPOSITORY).as_posix())
