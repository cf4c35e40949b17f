"""The works that are measured, by subject."""
