"""Digests in files: find, read, date and replace them."""
