"""Counts in words."""


def counted(count: int, plural: str) -> str:
    """Return a count with its noun.

    Example:
        >>> counted(1, "papers"), counted(2, "papers"), counted(3, "media")
        ('1 paper', '2 papers', '3 media')
    """
    return f"{count} {plural.removesuffix('s') if count == 1 else plural}"
