"""From values to text.

``splice`` splices lists, ``forms`` fills templates, ``writer`` writes one value, ``style`` learns
the style of a text, ``edits`` changes the text of a paper, and ``compare`` lists differences.
``papers`` writes a paper and reads it back, ``headings`` the heading of a digest, and ``composer``
a whole text. ``serializer`` is the entry point. Each module uses only those before it.
"""
