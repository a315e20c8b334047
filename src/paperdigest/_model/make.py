"""Functions that make the parts of a paper for the parser; see ``maker``."""

from paperdigest._model.maker import maker
from paperdigest._model.values import Field, Link, Media, Section

make_section = maker(Section, ["label", "text", "_origin", "_index"], _pristine=True)
make_media = maker(Media)
make_field = maker(Field)
make_link = maker(Link)
