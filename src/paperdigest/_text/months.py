"""Names of months in languages other than English, which dateutil has no table of."""

from collections.abc import Iterator, Mapping, Sequence

#: The names from January to December, by language. The last spelling of each is written.
_NAMES: Mapping[str, Sequence[str]] = {
    language: names.split()
    for language, names in {
        "German": "januar februar maerz/märz april mai juni "
        "juli august september oktober november dezember",
        "French": "janvier fevrier/février mars avril mai juin "
        "juillet aout/août septembre octobre novembre decembre/décembre",
        "Italian": "gennaio febbraio marzo aprile maggio giugno "
        "luglio agosto settembre ottobre novembre dicembre",
        "Spanish": "enero febrero marzo abril mayo junio "
        "julio agosto setiembre/septiembre octubre noviembre diciembre",
        "Portuguese": "janeiro fevereiro marco/março abril maio junho "
        "julho agosto setembro outubro novembro dezembro",
        # In the genitive, as in a date.
        "Russian": "января февраля марта апреля мая июня "
        "июля августа сентября октября ноября декабря",
    }.items()
}
#: The languages in which ``de`` is before a month: ``7 de junio de 2024``.
_JOINED = frozenset(["Spanish", "Portuguese"])


def month_in(word: str, *, joined: bool) -> int:
    """Return the number of a month, 0 for a word that names none.

    Args:
        word: Any word.
        joined: Whether ``de`` is before it.

    Example:
        >>> month_in("Février", joined=False), month_in("junio", joined=True)
        (2, 6)
        >>> month_in("junio", joined=False)
        0
    """
    return next((at for names in _named(word, joined=joined) for at in _places(names, word)), 0)


def month_like(word: str, number: int, *, joined: bool) -> str:
    """Return the name of another month in the language and the case of a name.

    Args:
        word: A name that ``month_in`` knows.
        number: The number of the other month.
        joined: Whether ``de`` is before it.

    Example:
        >>> month_like("Mars", 8, joined=False)
        'Août'
    """
    names = next(_named(word, joined=joined))
    name = names[number - 1].rpartition("/")[2]
    return name.upper() if word.isupper() else name.title() if word.istitle() else name


def all_months() -> Iterator[str]:
    """Yield every name."""
    for names in _NAMES.values():
        for name in names:
            yield from name.split("/")


def _named(word: str, *, joined: bool) -> Iterator[Sequence[str]]:
    """Yield the names of the languages that have a word among them."""
    for language, names in _NAMES.items():
        if (language in _JOINED) is joined and any(_places(names, word)):
            yield names


def _places(names: Sequence[str], word: str) -> Iterator[int]:
    lower = word.lower()
    return (at for at, name in enumerate(names, 1) if lower in name.split("/"))
