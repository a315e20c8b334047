"""The form of new text: what the dialect asks for, as the text itself writes it.

``writer`` writes a paper or a part of it, ``style`` learns from the papers of a text how it writes
them, and ``labelled`` how it writes lines with a label.
"""
