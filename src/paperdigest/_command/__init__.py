"""The command line.

``files`` reads and replaces files, ``console`` prints, ``documents`` yields the texts, ``show``,
``check``, ``convert``, ``set`` and ``explain`` are the commands, and ``main`` runs one of them.
"""
