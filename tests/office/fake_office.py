"""A program that behaves like soffice where a file tells it to: hangs, crashes, refuses. Run by another process."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pikepdf


def install(folder):
    """Put it into a folder, as a program. Return its path."""
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def main(arguments):
    """Convert as soffice does. The files hold words: hang, crash, refuse, once (only the first time), pages=N."""
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
            if "hang" in words:
                child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
                Path(log).with_suffix(".child").write_text(str(child.pid))
                time.sleep(600)
            if "crash" in words:
                (into / f"{source.stem}.pdf").write_bytes(b"%PDF-1.6 only begun")
                os._exit(77)
        if "refuse" not in words:
            _write(into / f"{source.stem}.pdf", source.read_bytes())


def _write(path, content):
    pages = next((int(each[6:]) for each in content.split() if each.startswith(b"pages=")), 1)
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.docinfo["/Subject"] = content.hex()[:2000]
        pdf.save(path)


if __name__ == "__main__":
    main(sys.argv[1:])
