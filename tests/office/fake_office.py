"""A program that behaves like soffice where a file tells it to: hangs, crashes, refuses. Run by another process."""

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

MOST_PAGES = 4


def install(folder):
    """Put it into a folder, as a program, with the PDFs that it makes. Return its path."""
    import pikepdf  # noqa: PLC0415 - the program itself is to start at once

    program, script = folder / "soffice", shutil.copy(__file__, folder)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for pages in range(1, MOST_PAGES + 1):
        with pikepdf.new() as pdf:
            for _ in range(pages):
                pdf.add_blank_page(page_size=(595, 842))
            pdf.save(folder / f"{pages}.pdf")
    return program


def main(arguments):
    """Convert as soffice does. The files hold words: hang, crash, refuse, once (only the first time), pages=N.

    With a file `hangs` beside the log it hangs in any.
    """
    at = arguments.index("--outdir")
    into, sources = Path(arguments[at + 1]), arguments[at + 2 :]
    for source in map(Path, sources):
        words = source.read_bytes().decode(errors="replace").split()
        log = os.environ.get("FAKE_OFFICE_LOG")
        seen = Path(log).read_text().split() if log else []
        is_again = bool(words) and words[0] in seen
        if log and words:
            Path(log).write_text(" ".join([*seen, words[0]]))
        if "once" not in words or not is_again:
            if "hang" in words or (log and Path(log).with_name("hangs").exists()):
                child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
                Path(log).with_suffix(".child").write_text(str(child.pid))
                time.sleep(600)
            if "crash" in words:
                (into / f"{source.stem}.pdf").write_bytes(b"%PDF-1.6 only begun")
                os._exit(77)
        if "refuse" not in words:
            pages = next((each[6:] for each in words if each.startswith("pages=")), "1")
            shutil.copyfile(Path(__file__).parent / f"{pages}.pdf", into / f"{source.stem}.pdf")


if __name__ == "__main__":
    main(sys.argv[1:])
