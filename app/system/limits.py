"""What a process may take of this computer, set by itself and for good."""

from __future__ import annotations

import os
from contextlib import suppress


def limit_memory(most: int) -> bool:
    """Have this process get no more than ``most`` bytes of addresses; whether the platform does that.

    Linux and the BSDs do. macOS takes the limit and ignores it, Windows has none for a process by itself.
    """
    try:
        import resource
    except ImportError:
        return False
    with suppress(ValueError, OSError):
        # An abort over memory is expected here; its dump would hold the user's cells.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        return False
    return True


def physical_memory() -> int | None:
    """Bytes of memory that the computer has; None where it doesn't say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
