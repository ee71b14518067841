"""The report in a browser of this machine, made anew whenever a workbook or template is saved."""

from awardgen.serving.address import Address
from awardgen.serving.serve import serve

__all__ = ["Address", "serve"]
