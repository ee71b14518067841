"""What strangers' files go through, each as a function of bytes: it may refuse them, and fail in no other way."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from awardgen.campaign import Window
from awardgen.collecting import write_score_sheets
from awardgen.collecting.forms.of_campaign import FormsOfCampaign
from awardgen.collecting.reading import Known, read_file
from awardgen.collecting.sources import HandedIn
from awardgen.rendering import Template, TemplateError, examine
from awardgen.workbook import create_campaign, read_campaign
from awardgen.writeup import analyse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WINDOW = Window(date(2010, 9, 1), date(2011, 6, 30))
_REFERENCE = date(2011, 6, 20)


class Targets:
    """The readers, with a campaign in `folder` for those that need one, and what each is begun with."""

    def __init__(self, folder: Path) -> None:
        self._campaign = folder / "campaign"
        create_campaign(self._campaign, sample=True)
        campaign = read_campaign(self._campaign).campaign
        forms = FormsOfCampaign(self._campaign, campaign)
        self._known = Known(forms.plans, campaign.rubric.criteria)
        self._score_sheets = [path for path, _ in write_score_sheets(self._campaign)]
        self.by_name: dict[str, Callable[[bytes], None]] = {
            "workbook": self.workbook,
            "template": self.template,
            "form": self.form,
            "write-up": self.write_up,
        }

    def seeds(self, name: str) -> list[bytes]:
        """Return files as they should be."""
        templates, data = self._campaign / "templates", self._campaign / "data"
        files = {
            "workbook": [data / "申报.xlsx"],
            "template": sorted(templates.glob("*.docx")),
            "form": [templates / "示范岗申报表.docx", templates / "标兵申报表.docx", *self._score_sheets[:1]],
            "write-up": sorted((data / "事迹").glob("*.txt")),
        }
        return [path.read_bytes() for path in files[name]]

    def workbook(self, data: bytes) -> None:
        """Read it as 申报.xlsx."""
        path = self._campaign / "data" / "申报.xlsx"
        kept = path.read_bytes()
        try:
            path.write_bytes(data)
            read_campaign(self._campaign)
        finally:
            path.write_bytes(kept)

    def template(self, data: bytes) -> None:
        """Examine it, compile it and fill it in."""
        examination = examine(data)
        examination.failures({"编号": "甲", "列表": [{"名": "乙"}]})
        with suppress(TemplateError):
            Template(data).render({"编号": "甲", "列表": [{"名": "乙"}]})

    def form(self, data: bytes) -> None:
        """Read it as a form or a score sheet that came back."""
        for name in ("附件2.docx", "评分表.xlsx"):
            read_file(HandedIn(PurePosixPath(name), data), self._known)

    @staticmethod
    def write_up(data: bytes) -> None:
        """Count it and read its dates."""
        text = data.decode("utf-8", "surrogateescape")
        mentions = analyse(text, _WINDOW, _REFERENCE).mentions
        end = 0
        for mention in mentions:
            if not end <= mention.start < mention.end <= len(text):
                raise AssertionError(mention)
            end = mention.end
