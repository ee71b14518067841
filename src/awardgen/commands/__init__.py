"""The commands, a file each.

docx, rich and what reads workbooks are loaded inside the functions that need them, so that `--help` answers at once.
"""
