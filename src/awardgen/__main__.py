"""`python -m awardgen`, and what the command `awardgen` begins with."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    # Other processes of a run load this module too, and need no commands.
    from awardgen.cli import main  # noqa: PLC0415

    main()


if __name__ == "__main__":
    main()
