"""Values in the formats of other programs: dictionaries, JSON, tables, references, feeds.

What a value has is read from its class in ``_protocols/attributes.py``, so that a new attribute
appears in every format by itself.
"""
