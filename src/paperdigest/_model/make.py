"""What makes the parts of a paper for the parser; see ``maker``."""

from paperdigest._model.maker import maker
from paperdigest._model.values import Field, Link, Media, Section

make_section = maker(Section)
make_media = maker(Media)
make_field = maker(Field)
make_link = maker(Link)
