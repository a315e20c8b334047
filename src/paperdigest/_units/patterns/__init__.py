"""Patterns of what people write in lists of papers.

``shapes`` has small pieces that many patterns have, ``addresses`` where papers are published,
``people`` names, ``days`` days, ``links`` links with what is around them, and ``words`` labels and
headings.

The line with a title has a form: ``before`` is what says nothing before it, ``lead_ins`` what leads in to
it, ``set_off`` how it is set off, and ``ends`` what ends a title without marks. ``forms`` puts these
together, and ``leads`` says which forms a line can have by how it begins. ``titles`` says how much a text
looks like a title, and whether it is names.
"""
