"""Digests in files: found, read, dated by their paths, and replaced in one step."""
