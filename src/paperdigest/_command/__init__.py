"""The command line.

``main`` parses the arguments and runs a command. The commands are ``show``, ``check``, ``convert``,
``set``, ``explain``, ``rules`` and ``completion``.

1. ``arguments`` has the options that commands share. ``text_files`` yields the texts to work on,
   ``files`` reads and replaces files, and ``progress`` shows how many are done.
2. ``console`` prints, ``text`` makes text safe for a terminal, and ``differences`` shows a diff.
3. ``check`` uses ``fixing`` to select problems and fixes, and ``reports`` and ``sarif`` to print
   them; ``convert`` uses ``exports`` for the formats.
"""
