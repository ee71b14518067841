"""The reviewable source of the starter's Word templates: `python -m tools.templates` writes templates/."""
