"""What other libraries ask of the values: their attributes as a table, pydantic, Arrow.

The classes of the values use this package, so it cannot import them: it knows a class by the
attributes that it has, so that a new attribute appears in every format by itself.
"""
