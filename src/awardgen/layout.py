"""The folders of a campaign."""

DATA_FOLDER = "data"
TEMPLATES_FOLDER = "templates"
OUTPUT_FOLDER = "output"
