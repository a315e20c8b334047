"""Dictionaries, JSON, tables, references, feeds.

``_protocols/attributes.py`` reads the attributes of a value from its class, so a new attribute
appears in every format by itself.
"""
