"""Forms: templates and examples that are filled with values."""

from paperdigest._grammar.forms import Form


def test_template_is_filled_with_values() -> None:
    """A template's names are places for values; the rest is written as it is."""
    form = Form.from_template("## {title} ({date})")
    assert form.fill({"title": "Daily", "date": "2024-08-26"}) == "## Daily (2024-08-26)"


def test_place_without_value_is_no_form() -> None:
    """A place that has no value and may not stay empty makes the form unusable."""
    form = Form.from_template("[{label?}]({url})")
    assert form.fill({"label": "Code"}) is None
    assert form.fill({"url": "u"}) == "[](u)"


def test_template_takes_the_line_end_of_the_text() -> None:
    r"""A template of several lines is written with the text's own line endings."""
    assert Form.from_template("a\nb", "\r\n").fill({}) == "a\r\nb"


def test_example_keeps_what_stands_around_its_values() -> None:
    """A piece of a text is a form: its values are places, the rest stays."""
    text = "x - ***Idea***: old y"
    form = Form.from_example(text, 2, 19, {"label": (7, 11), "text": (16, 19)})
    assert form.names == {"label", "text"}
    assert form.fill({"label": "Limits", "text": "{none}"}) == "- ***Limits***: {none}"


def test_overlapping_values_count_once() -> None:
    """Where one value is in another, the outer one is the place."""
    form = Form.from_example("abcd", 0, 4, {"outer": (0, 3), "inner": (1, 2)})
    assert form.fill({"outer": "X"}) == "Xd"
