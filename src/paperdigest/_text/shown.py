"""Values in messages."""


def shown(value: object, most: int = 80) -> str:
    """Return the ``repr`` of a value, with the middle left out if it is long.

    Both ends remain, since what is wrong is often at one of them.

    Example:
        >>> shown("a" * 50 + " ", 20)
        "'aaaaaaaaaa...aaaa '"
    """
    text = repr(value)
    if len(text) <= most:
        return text
    end = most // 3
    return f"{text[: most - end - 3]}...{text[-end:]}"
