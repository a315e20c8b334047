"""The command line: in the order of the modules, each of which uses those before it only.

``files`` reads and replaces files, ``console`` prints, ``documents`` yields the texts, ``show``,
``check``, ``convert``, ``set`` and ``explain`` are the commands, and ``main`` runs one of them.
"""
