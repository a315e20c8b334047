"""Diagnostics about the labels of sections and fields."""

from paperdigest._checking.report import Fix, Report, Span
from paperdigest._grammar.expected import Expected, straight
from paperdigest._parsing.record import Piece
from paperdigest._text.shown import shown


def check_label(report: Report, expected: Expected, normalized: str, piece: Piece) -> bool:
    """Check the label of a section or field, as it is written.

    Args:
        report: Collects the diagnostics.
        expected: The expectations of the dialect.
        normalized: The text with plain line endings.
        piece: The section or field; its label is not empty.

    Returns:
        Whether it is sound, whatever follows it.
    """
    span = piece.spans["label"]
    label = report.text[slice(*span)]
    plain = straight(label)
    sound = label == plain or plain not in expected.labels
    if not sound:
        message = f"{shown(label)} found; write {shown(plain)}, with a straight apostrophe"
        report.add("curly-apostrophe", span, message, Fix(*span, plain))
    return _check_emphasis(report, normalized, piece, span) and sound


def _check_emphasis(report: Report, normalized: str, piece: Piece, label: Span) -> bool:
    """Check the asterisks around a label that was parsed."""
    before = piece.spans.get("mark")
    inner = piece.spans.get("mark3")
    after = inner or piece.spans.get("mark2")
    if before is None or after is None:
        return True
    sound = True
    for start, end in ((before[1], label[0]), (label[1], inner[0] if inner else label[1])):
        if start < end:
            sound = False
            message = "White space between a label and its asterisks; remove it"
            report.add("space-in-label", (start, end), message, Fix(start, end, ""))
    opening, closing = report.text[slice(*before)], report.text[slice(*after)]
    if opening == closing or set(opening + closing) not in ({"*"}, {"_"}):
        return sound
    following = normalized[after[1] : after[1] + 1]
    if len(opening) < len(closing) and not inner and following and not following.isspace():
        return False  # the last ones start the text: `**Label:***text*`
    whole = max(opening, closing)
    message = f"{opening} before the label and {closing} after it; write {whole} on both sides"
    fix = Fix(*(after if whole == opening else before), whole)
    report.add("unbalanced-emphasis", (before[0], after[1]), message, fix)
    return False


def check_unread_label(report: Report, expected: Expected, normalized: str, piece: Piece) -> None:
    """Check whether the text of a section starts with a known label that no rule could parse."""
    text = piece.spans["text"]
    pattern = expected.damaged_label
    found = pattern.match(normalized, *text) if pattern else None
    if found is None or "\n" in normalized[piece.start : text[0]]:
        return
    label, mark = straight(found["label"]), max(found["open"], found["close"], found["close2"])
    if not mark:
        return
    end = found.end() if found["close2"] else found.start("gap")
    gap = "" if normalized[end : end + 1].isspace() else " "
    fixed = f"{mark}{label}{mark}:"
    start = normalized[piece.start : text[0]] + fixed
    read = (rule.match(start) for rule in expected.labelled)
    line = normalized.find("\n", end, text[1])
    rest = normalized[end : line if line >= 0 else text[1]]
    # An asterisk later in the line may be the partner of one that was found.
    certain = "*" not in rest and any(rule and rule["label"] == label for rule in read)
    fix = Fix(found.start(), end, fixed + gap) if certain else None
    balanced = found["open"] == (found["close"] or found["close2"])
    code = "space-in-label" if balanced else "unbalanced-emphasis"
    message = f"{shown(found[0].rstrip())} is not parsed as a label; write {shown(fixed)}"
    report.add(code, (found.start(), end), message, fix)
