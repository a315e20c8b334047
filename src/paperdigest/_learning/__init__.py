"""Learning a dialect from examples: a person shows a paper or two, and gets a table of rules."""
