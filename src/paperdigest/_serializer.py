"""From values to text."""

from paperdigest._values import Digest


def serialize_digest(digest: Digest) -> str:
    """Write a digest."""
    if digest._pristine and digest._origin is not None:
        return digest._origin.source.text[digest._origin.start : digest._origin.stop]
    raise NotImplementedError
