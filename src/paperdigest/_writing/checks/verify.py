"""Reading back a paper of which only the title was changed.

The rest of its text stays as it is, and is not parsed again: if the same rule parses the head and
ends at the same place, the rest is parsed in the same way. Any other edit is read back as a whole.
"""

from paperdigest._model.source import normalize
from paperdigest._parsing.draft import begin_paper
from paperdigest._parsing.readers import read_head
from paperdigest._parsing.scanner import paper_head
from paperdigest._writing.edits.located import LocatedPaper


def title_reads_back(located: LocatedPaper, text: str, title: str) -> bool:
    """Return whether a text surely parses as a paper with another title and nothing else changed.

    Args:
        located: The paper as it was.
        text: The text that was written.
        title: The title that is to be read.
    """
    found, sure = paper_head(located.dialect, normalize(text))
    if found is None or not sure:
        return False
    entry, head = found
    old_entry, old_head, _, _ = located.head.found
    if entry is not old_entry or entry.cells:
        return False
    rest = text[head.end() :]
    if not rest or rest != located.text[old_head.end() :]:
        return False
    groups = (number for name, number in entry.groups.items() if name != "title")
    if any(head[number] != old_head[number] for number in groups):
        return False
    draft = begin_paper(None, None)
    read_head(draft, entry, head)
    return draft.title == title
