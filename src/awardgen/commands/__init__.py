"""The commands, a file each.

pandas, docx and rich are loaded inside the functions that need them, so that `--help` answers at once.
"""
