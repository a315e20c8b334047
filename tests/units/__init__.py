"""Texts of no family: the rules that are made for each."""
