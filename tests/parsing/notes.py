"""Dialects made to show which rule claims which piece."""

from paperdigest import Cell, Dialect, Rule

NOTES = Dialect(
    "notes",
    rules=[
        Rule("digest", pattern="# Notes of(?P<date>.*)"),
        Rule("group", pattern="=[ ](?P<category>.*)"),
        Rule("skip", pattern="## none.*"),
        Rule("paper", pattern="##[ ](?P<title>.+)"),
        Rule("end", pattern="#[ ].*"),
        Rule("votes", pattern="Stars (?P<votes>.*)"),
        Rule("field", pattern="(?P<label>[a-z]);(?P<value>.*)", late=True),
        Rule("section", pattern="(?P<label>One|Two) --", labels=("One", "Two")),
        Rule("section", pattern=r"\+(?=[ ])"),
        Rule("markup", pattern="<fold>"),
        Rule("divider", pattern="===+$"),
    ],
)

TABLE = Dialect(
    "table",
    rules=[Rule("paper", "| {title} | {prose} | {extra} |", pattern=r"\|(?P<title>[^|\n]+)\|(?P<prose>[^|\n]*)(?:\|(?P<extra>[^|\n]*))?\|$")],
    cells=[
        Cell("extra", kind="field", label="Extra"),
        Cell(
            "prose",
            kind="section",
            rules=[
                Rule("link", "<{url}>", pattern=r"<(?P<url>[^<>|\n]*)>"),
                Rule("section", "~{label}~{text}", pattern="~(?P<label>[^~|]*)~"),
            ],
        ),
    ],
)  # fmt: skip
