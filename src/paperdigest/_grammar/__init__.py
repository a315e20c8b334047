"""Dialects, their rules and templates.

``patterns`` makes regular expressions of templates and checks them, ``rules`` describes one kind of
line or cell, ``forms`` fills templates, ``tables`` compiles many rules to one expression,
``steps`` tries them one by one in lines that hold what they have ``required``, and
``dialect`` holds the rules of one family of digests.
"""
