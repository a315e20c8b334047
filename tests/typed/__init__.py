"""Code as users write it, for type checkers: `.ci/types` holds what each of them says of it."""
