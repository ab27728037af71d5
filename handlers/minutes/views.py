"""How minutes look."""

WRITE = "minutes.write"
"""Its button's value is `project:meeting`: the project's id and the number of a meeting that was held."""
