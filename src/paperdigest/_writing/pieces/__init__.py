"""Pieces of a text, and what is between and around them.

``splice`` takes pieces out of a text and puts others in, with the text between them. ``cores``
tells a piece from the brackets and separators around it, ``numbers`` finds the numbers of papers,
and ``cells`` the cells of HTML tables.
"""
