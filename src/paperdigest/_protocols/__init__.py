"""Protocols of other libraries.

They are a table of the attributes, pydantic and Arrow. The classes of the values use this package,
so it cannot import them. It inspects the attributes of a class, so a new attribute appears in every
format by itself.
"""
