"""References and feeds: papers for programs that cite and for programs that subscribe.

``works`` gives each paper a key, a year and the names of its authors, and ``inline`` turns markdown
into plain words. ``bibtex``, ``csl`` and ``atom`` are the formats.
"""
