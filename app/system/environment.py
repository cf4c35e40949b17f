"""Environment variables that change where requests go or who can read them.

The SDK reads those that begin with ANTHROPIC (``_client.py``, ``_base_client.py``), its HTTP
library the proxies and certificates (``httpx2/_config.py``).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

_ADDRESS = {
    "ANTHROPIC_BASE_URL": "requests go to",
    "ALL_PROXY": "requests go through",
    "HTTPS_PROXY": "requests go through",
    "HTTP_PROXY": "requests to addresses without encryption go through",
}
_OTHER = {
    "ANTHROPIC_AUTH_TOKEN": "a token besides the key is set",
    "ANTHROPIC_CUSTOM_HEADERS": "more is sent with every request",
    "ANTHROPIC_LOG": "requests may be printed",
    "NO_PROXY": "some requests go past the proxy",
    "SSL_CERT_DIR": "other certificates are trusted",
    "SSL_CERT_FILE": "other certificates are trusted",
    "SSLKEYLOGFILE": "whoever reads that file can read the requests",
}
# What libraries read in small letters too.
_EITHER_CASE = {"ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}


@dataclass(frozen=True)
class StrayVariable:
    """A variable that is set, and what it does. ``host`` is all that is ever shown of its value."""

    name: str
    effect: str
    host: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.effect} {self.host}".rstrip() + "."


def stray_variables(environ: Mapping[str, str] = os.environ) -> list[StrayVariable]:
    """Those that are set, by name."""
    found: list[StrayVariable] = []
    for name in sorted({*_ADDRESS, *_OTHER}):
        for spelt in (name, name.lower()) if name in _EITHER_CASE else (name,):
            # Windows has one variable under both spellings.
            if environ.get(spelt, "").strip() and not any(each.name.upper() == name for each in found):
                found.append(_stray(spelt, environ[spelt]))
    return found


def _stray(name: str, value: str) -> StrayVariable:
    effect = _ADDRESS.get(name.upper())
    if effect is None:
        return StrayVariable(name, _OTHER[name.upper()])
    return StrayVariable(name, effect, _host(value) or "an address that can't be read")


def _host(address: str) -> str:
    text = address.strip()
    try:
        return urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
