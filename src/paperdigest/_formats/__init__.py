"""Dictionaries, JSON and tables.

``dictionaries`` turns values into dictionaries, ``structure`` turns dictionaries back into values,
and ``errors`` is the error for those that are not valid. ``json_text`` writes and reads JSON,
``schema`` is its JSON Schema, and ``rows`` makes tables. The attributes of the values are taken
from their classes, so a new attribute appears in every format by itself.
"""
