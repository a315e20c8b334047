"""Patterns of what people write in lists of papers.

``shapes`` has small pieces that other patterns share. ``addresses`` has the addresses of
publishers, ``people`` has names, ``days`` days, ``links`` links with what is around them, and
``words`` labels and headings.

The line with a title has a form: ``before`` has signs and numbers before it, ``lead_ins`` the text
that leads in to it, ``set_off`` the ways to set it off, and ``ends`` what ends a title without
marks. ``above`` has lines above it that belong to the paper. ``forms`` combines these. ``leads``
lists the forms that a line can have by how it begins.
``titles`` rates how much a text looks like a title, and recognises names.
"""
