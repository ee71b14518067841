"""output/报告.html: what a run found and wrote, to look at in a browser. One file, which needs nothing beside it."""
