"""Texts of an unknown layout: the rules that are made for each."""
