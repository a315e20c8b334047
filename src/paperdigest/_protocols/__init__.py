"""Protocols of other libraries.

``attributes`` is a table of the attributes of a class, so a new attribute appears in every format
by itself. ``pydantic`` validates and describes values, whose classes are ``described``. ``tables``
has the columns and rows of digests, and ``arrow`` passes them on. ``scalars`` converts numbers and
days of other libraries, and ``extras`` imports such libraries. The classes of the values use this
package, so it cannot import them.
"""
