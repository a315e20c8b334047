"""What is wrong with a text: in the order of the modules, each of which uses those before it only.

``codes`` is the table of what can be noticed, ``report`` collects it, ``characters``, ``gaps``,
``labels``, ``papers`` and ``digests`` look for it, ``checker`` is the door; ``errors`` is what
strict reading raises, and ``repair`` fixes what is certain.
"""
