"""The pictures of the manual and the README, from the starter campaign: python -m tools.pictures. Needs Chromium,
LibreOffice and poppler's pdftoppm."""
