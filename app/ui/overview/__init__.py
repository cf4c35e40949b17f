"""All jobs together: what there is, and what was spent."""
