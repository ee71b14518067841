"""`python -m awardgen`, and what the command `awardgen` begins with."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command line."""
    # Where numpy is loaded, its threads for matrices, of which there are none, would take a processor for a while.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Other processes of a run load this module too, and need no commands.
    from awardgen.cli import main  # noqa: PLC0415

    main()


if __name__ == "__main__":
    main()
