"""The settings: a dialog of four pages, each of which saves what is typed into it."""
