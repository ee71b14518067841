"""Findings and results for those who read them: a terminal, another program."""
