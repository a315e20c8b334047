"""Digests in files.

``walk`` finds the files, ``days`` dates them by their paths, and ``content`` reads and replaces
their text. ``digests`` has the public functions, and ``errors`` the error besides those of the
system.
"""
