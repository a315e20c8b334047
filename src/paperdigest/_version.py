"""The version of the installed package."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("paperdigest")
except PackageNotFoundError:  # imported from its source, without being installed
    __version__ = "0+not.installed"
