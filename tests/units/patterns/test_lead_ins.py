"""What leads in to titles in their lines."""

import pytest

from paperdigest._units.patterns.forms import match_form
from tests.dialects import read
from tests.units.test_papers import PEOPLE, TITLES, text_of, titles

#: Two names before a title in quotes, the first in bold.
UNIT = '[C{N}] **{A1}**, Ann Lee, "{T}," in *Rivers*, 2023. [[pdf]({U})]\n\n'


@pytest.mark.parametrize(
    "authors", ["**Ines Vale**", "**Ines Vale**\\*, Ann Lee", "Ines Vale *et al.*", "Ines Vale"]
)
def test_names_before_a_title_in_quotes(authors: str) -> None:
    """One author may be alone in bold, and "et al." may be in italics."""
    line = f'{authors}, "Rivers without Regret," in *Rivers*, 2023.'
    found = match_form("names*+quoted", line, 0, len(line))
    assert found is not None
    assert found["authors"] == authors


def test_et_al_in_italics_where_other_papers_have_several_authors() -> None:
    """It is part of the last name."""
    author = PEOPLE[2][0]
    digest = read(text_of(UNIT).replace(f"**{author}**, Ann Lee", f"{author} *et al.*"))
    assert titles(digest) == TITLES
    assert digest.papers[2].authors == (f"{author} *et al.*",)
