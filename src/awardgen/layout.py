"""The folders of a campaign."""

DATA_FOLDER = "data"
TEMPLATES_FOLDER = "templates"
OUTPUT_FOLDER = "output"
SIGNED_FOLDER = "签章件"
"""Below data/: the scans of signed and sealed documents."""
