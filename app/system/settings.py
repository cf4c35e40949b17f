"""Settings, and the JSON file that holds them. The key is not among them: see ``secrets``."""

from __future__ import annotations

import json
import logging
import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from app.system.disk import make_private_folder, write_atomically

VERSION = 1
THEMES = ("system", "light", "dark")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What the user decided, each with its default.

    ``spending_ceiling`` is in US dollars a job, None for no ceiling. ``own_prices`` are in US
    dollars for a million tokens, by model and by the figure's name. Geometry and
    ``places`` are the window's own, as text; ``updates_found`` is the list of releases as it was last seen. ``unknown`` holds what a newer Batchsheet wrote, kept as it is.
    """

    service_address: str = ""
    proxy: str = ""
    ca_file: str = ""
    theme: str = "system"
    language: str = "system"
    spending_ceiling: float | None = None
    own_prices: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    last_folder: str = ""
    look_for_updates: bool = False
    updates_looked_at: float = 0.0
    updates_found: str = ""
    window_geometry: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    last_job: str = ""
    last_page: str = ""
    version: int = VERSION
    unknown: Mapping[str, Any] = field(default_factory=dict)


class SettingsFile:
    """Reads and writes the settings; any thread may call it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def load(self) -> Settings:
        """The settings on disk; defaults for what is absent or not valid.

        A file that can't be read as settings at all is set aside, not overwritten.
        """
        with self._lock:
            return self._load()

    def save(self, settings: Settings) -> None:
        """Write them all. Raises OSError, the old file whole."""
        with self._lock:
            self._save(settings)

    def change(self, **changes: Any) -> Settings:
        """Change some of what is on disk now, which another window may have written. Raises OSError."""
        with self._lock:
            settings = replace(self._load(), **changes)
            self._save(settings)
            return settings

    def _load(self) -> Settings:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, RecursionError):
            self._set_aside()
            return Settings()
        if not isinstance(found, dict):
            self._set_aside()
            return Settings()
        return _from_json(found)

    def _save(self, settings: Settings) -> None:
        make_private_folder(self._path.parent)
        # ASCII, because a folder's name need not be valid Unicode.
        write_atomically(self._path, json.dumps(_to_json(settings), indent=2).encode() + b"\n")

    def _set_aside(self) -> None:
        log.warning("the settings can't be read; they are set aside, and the defaults used")
        try:
            self._path.replace(self._path.with_suffix(".unreadable.json"))
        except OSError as error:
            log.warning("nor can they be set aside: %s", error.strerror)


def _from_json(found: Mapping[str, Any]) -> Settings:
    known = {name: found[name] for name, fits in _FITS.items() if name in found and fits(found[name])}
    return Settings(**known, unknown={name: value for name, value in found.items() if name not in _FITS})


def _to_json(settings: Settings) -> dict[str, Any]:
    known = {each.name: getattr(settings, each.name) for each in fields(settings) if each.name != "unknown"}
    return {**settings.unknown, **known}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_version(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= VERSION


def _is_ceiling(value: Any) -> bool:
    return value is None or (_is_amount(value) and value > 0)


def _is_amount(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value >= 0


def _are_prices(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(figures, dict) and all(map(_is_amount, figures.values())) for figures in value.values()
    )


_FITS: dict[str, Callable[[Any], bool]] = {
    "service_address": _is_text,
    "proxy": _is_text,
    "ca_file": _is_text,
    "theme": lambda value: value in THEMES,
    "language": _is_text,
    "spending_ceiling": _is_ceiling,
    "own_prices": _are_prices,
    "last_folder": _is_text,
    "look_for_updates": lambda value: isinstance(value, bool),
    "updates_looked_at": lambda value: isinstance(value, int | float) and math.isfinite(value),
    "updates_found": _is_text,
    "window_geometry": _is_text,
    "places": _are_texts,
    "last_job": _is_text,
    "last_page": _is_text,
    "version": _is_version,
}
