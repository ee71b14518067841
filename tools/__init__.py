"""Generators of what the repository carries as finished files."""
