"""Renew docs/images: python -m tools.pictures. Needs Chromium, LibreOffice, poppler and ImageMagick."""

import tempfile
from pathlib import Path

from awardgen import pipeline
from tools.pictures.browser import take_pictures
from tools.pictures.campaign import faulty_campaign
from tools.pictures.office import make_small, take_picture

IMAGES = Path(__file__).parents[2] / "docs" / "images"
MOST = 200_000  # bytes of a picture


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        campaign = faulty_campaign(Path(scratch) / "活动")
        made = Path(scratch) / "images"
        made.mkdir()
        pipeline.check(campaign, copies=True)
        pipeline.build(campaign, page=True)
        output = campaign / "output"
        take_pictures(output / "报告.html", made)
        take_picture(output / "检查" / "申报.批注.xlsx", made / "annotated-workbook.png", resolution=80)
        take_picture(output / "通知.docx", made / "notice-page-1.png", resolution=72)
        for picture in sorted(made.glob("*.png")):
            target = IMAGES / picture.name
            make_small(picture, target)
            size = target.stat().st_size
            print(f"{target.name}\t{size}{' bytes are too many' if size > MOST else ''}")


if __name__ == "__main__":
    main()
