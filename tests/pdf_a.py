"""PDF/A-1b as Debian's PDFBox preflight judges it (packages libpdfbox2-java, libactivation-java, libjaxb-api-java)."""

import shutil
import subprocess
from pathlib import Path

_JARS = (
    "commons-io",
    "commons-logging",
    "fontbox2",
    "javax.activation",
    "jaxb-api",
    "pdfbox2",
    "preflight",
    "xmpbox",
)
_CLASS_PATH = [Path("/usr/share/java") / f"{name}.jar" for name in _JARS]


def is_installed():
    """Say whether the validator can run; tests that are marked `pdf_a` skip or fail without it."""
    return shutil.which("java") is not None and all(path.is_file() for path in _CLASS_PATH)


def violations(path):
    """Return what keeps a file from being PDF/A-1b, a line each; nothing where it is."""
    validator = ["org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    answer = subprocess.run(
        [shutil.which("java"), "-cp", ":".join(map(str, _CLASS_PATH)), *validator],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if answer.returncode == 0:
        return []
    return [line for line in answer.stdout.splitlines() if line.strip()] or [answer.stderr]
