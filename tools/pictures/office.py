"""Pictures of workbooks and documents, as LibreOffice prints them, and what makes any picture small."""

import subprocess
from pathlib import Path


def take_picture(file: Path, picture: Path, *, page: int = 1, resolution: int = 70) -> None:
    """Take a picture of one page of an Office file. resolution: pixels an inch."""
    made_in = file.parent / ".pictures"
    profile = f"-env:UserInstallation={(picture.parent / '.office').as_uri()}"
    _run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", made_in, file)
    only = ("-singlefile", "-f", page, "-l", page)
    _run("pdftoppm", "-png", "-r", resolution, *only, made_in / f"{file.stem}.pdf", picture.with_suffix(""))


def make_small(picture: Path, target: Path) -> None:
    """Write a picture with a palette: what is mostly text and plain areas loses nothing that one sees."""
    _run("convert", picture, "-strip", "-dither", "None", "-colors", 128, f"PNG8:{target}")


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, timeout=180, capture_output=True)  # noqa: S603 - our own commands
