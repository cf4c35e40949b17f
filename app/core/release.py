"""Whether a public list of releases names a newer version than this one.

The list is one small JSON object: ``{"version": "1.2.3", "page": "https://…"}``, the page on the list's own host.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){1,3}")


@dataclass(frozen=True)
class Release:
    """A version, and the page that tells of it."""

    version: str
    page: str


def newer_release(content: bytes, *, than: str, address: str) -> Release | None:
    """The release that a list names, where it is newer; None otherwise.

    Raises ValueError over what is no such list, or would lead to another host.
    """
    found = json.loads(content)
    version, page = (found.get("version"), found.get("page")) if isinstance(found, dict) else (None, None)
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise ValueError("no version")
    if not isinstance(page, str) or not page.startswith(_origin(address)):
        raise ValueError("a page elsewhere")
    return Release(version, page) if _number(version) > _number(than) else None


def _origin(address: str) -> str:
    """An address up to the slash that ends the host."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"


def _number(version: str) -> tuple[int, ...]:
    match = _VERSION.match(version)
    if match is None:
        raise ValueError(f"no version: {version}")
    return tuple(int(part) for part in match[0].split("."))
