"""The pictures of the manual and the README, made from the starter campaign so that they stay true."""
