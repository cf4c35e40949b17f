"""Names for new jobs: short enough to be typed, and none that can be mistaken for another."""

from __future__ import annotations

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_id() -> str:
    """An id that no job has."""
    import secrets  # a start makes no job

    return "".join(secrets.choice(_ALPHABET) for _ in range(8))
