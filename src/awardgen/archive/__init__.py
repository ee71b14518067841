"""A finished campaign as an archive keeps it: items by DA/T 22, PDF/A with the stamp, one checked package (BagIt)."""
