"""Making the page of a run and putting it into output/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgen.catalogue import documents as kinds
from awardgen.collector import all_is_kept
from awardgen.errors import reason
from awardgen.finding import Place, Severity
from awardgen.layout import OUTPUT_FOLDER
from awardgen.publishing.folder import open_folder
from awardgen.report.page.model import page_of
from awardgen.report.page.rendering import render
from awardgen.report.page.standing import PAGE, put

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgen.finding import Finding
    from awardgen.publishing.folder import Folder
    from awardgen.report.page.known import Known

    KnownOf = Callable[[Folder], Known]

_HINT = "请关闭这个文件后再运行一次；检查的结果以屏幕上的为准。"


def write_page(location: str, known_of: KnownOf, inputs: str) -> list[Finding]:
    """Write the page of a run; return what stood in the way.

    location: the folder output/ or a URL. known_of: the place → what the run knows. inputs: the digest of all that
    went into it; empty where that is not known.
    """
    try:
        folder = open_folder(location)
        with all_is_kept():
            page = render(page_of(known_of(folder)))
        put(folder, page, inputs)
    except OSError as error:
        message = f"报告页写不进去（{reason(error)}），里面仍是上一次的结果。"
        place = Place(f"{OUTPUT_FOLDER}/{PAGE}")
        return [kinds.FILE_IN_USE.at(place, message, severity=Severity.WARNING, hint=_HINT)]
    return []
