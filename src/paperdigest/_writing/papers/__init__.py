"""One paper, new or changed, as text.

``paper`` tries the forms that it can have and reads each back. In a text of an unknown layout,
``modelled`` writes a new paper like an existing one: ``literals`` is the text besides the values,
and ``layouts`` takes out what is about that paper alone.
"""
