"""Hypothesis strategies for texts and values, in the order of the modules.

``words`` draws lines of text, ``shapes`` lists shapes of real digests, ``values`` draws any value,
``texts`` draws texts of a dialect, ``held`` what a dialect can hold; ``registered`` tells
Hypothesis which strategy draws which class.
"""
