"""From values to text: in the order of the modules, each of which uses those before it only.

``splice`` puts lists together again, ``forms`` fills templates, ``writer`` writes one value,
``style`` learns how a text does it, ``edits`` changes a paper's own text, ``compare`` says what
would be lost, ``papers`` writes a paper and reads it back, ``headings`` the heading of a digest,
``composer`` a whole text, and ``serializer`` is the door.
"""
