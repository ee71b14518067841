"""Run a yearly award campaign from three workbooks and a folder of Word templates."""

__version__ = "0.1.0"
