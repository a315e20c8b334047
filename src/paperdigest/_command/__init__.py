"""The command line: in the order of the modules, each of which uses those before it only.

``files`` reads and replaces files, ``plain`` gives digests as plain values, ``show`` prints them,
``check`` prints what is wrong with them, ``main`` chooses.
"""
