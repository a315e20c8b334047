"""Reading back: what was written has to be parsed as the same values.

``compare`` finds the differences, ``verify`` is a short way for titles, ``anew`` reads a text whose
layout has to be found again, and ``changes`` tells which edits have effects on other papers.
``tags`` checks that HTML elements are closed and hold what they should. ``blame`` finds the value
that does not fit and the edit that caused it, and ``errors`` reports them.
"""
