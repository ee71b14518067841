"""How the sheets of a judge's workbook look, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from awardgen.campaign import Campaign

ROW_HEIGHT = 24
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True, "border": 1}
_A4 = 9
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.95, "bottom": 0.85}  # inches
_LONGEST_TITLE = 30  # characters, in the header of a page


class Looks:
    """The formats of the cells."""

    def __init__(self, writer: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
        self.header = writer.add_format({**_FONT, "bold": True, "align": "center", "bg_color": "#DCE6F1"})
        self.text = writer.add_format({**_FONT, "num_format": "@", "indent": 1})
        self.short = writer.add_format({**_FONT, "num_format": "@", "align": "center"})
        self.score = writer.add_format({**_FONT, "locked": False, "bg_color": "#FFFFE5", "align": "center"})
        self.note = writer.add_format({**_FONT, "locked": False})
        self.blocked = writer.add_format({**_FONT, "bg_color": "#D9D9D9", "align": "center"})
        self.total = writer.add_format({**_FONT, "bold": True, "align": "center", "num_format": "General"})
        self.plain = writer.add_format(
            {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "top"}
        )


def set_page(sheet: Any, title: str, footer: str) -> None:  # noqa: ANN401
    """Have a sheet print on A4, as wide as the page, its header on each."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_margins(**_MARGINS)
    sheet.repeat_rows(0)
    sheet.set_header(f'&C&"宋体,Bold"&16{title.replace("&", "&&")}')
    sheet.set_footer(footer)


def title_of(campaign: Campaign) -> str:
    """Return what the pages of a judge's workbook are headed with."""
    unit = str(campaign.settings.values.get("单位简称") or "")
    awards = "、".join(award.name for award in campaign.awards if award.name)
    title = f"{unit}{awards}"
    return title if len(title) <= _LONGEST_TITLE else unit
