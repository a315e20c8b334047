"""Hypothesis strategies for texts and values.

``words`` draws lines of text, ``shapes`` lists shapes of real digests, ``values`` draws any value,
``texts`` draws texts of a dialect, ``held`` draws values that a dialect can express, and
``registered`` registers a strategy for each class.
"""
