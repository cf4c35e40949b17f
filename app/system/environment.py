"""Environment variables that change where requests go or who can read them.

The SDK reads those that begin with ANTHROPIC (``_client.py``, ``_base_client.py``), its HTTP
library the proxies and certificates (``httpx2/_config.py``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.core.words import Text, tr

_ADDRESS: dict[str, Callable[[str, str], Text]] = {
    "ANTHROPIC_BASE_URL": lambda name, host: tr("{name}: requests go to {host}.", name=name, host=host),
    "ALL_PROXY": lambda name, host: tr("{name}: requests go through {host}.", name=name, host=host),
    "HTTPS_PROXY": lambda name, host: tr("{name}: requests go through {host}.", name=name, host=host),
    "HTTP_PROXY": lambda name, host: tr(
        "{name}: requests to addresses without encryption go through {host}.", name=name, host=host
    ),
}
_OTHER: dict[str, Callable[[str], Text]] = {
    "ANTHROPIC_AUTH_TOKEN": lambda name: tr("{name}: a token besides the key is set.", name=name),
    "ANTHROPIC_CUSTOM_HEADERS": lambda name: tr("{name}: more is sent with every request.", name=name),
    "ANTHROPIC_LOG": lambda name: tr("{name}: requests may be printed.", name=name),
    "NO_PROXY": lambda name: tr("{name}: some requests go past the proxy.", name=name),
    "SSLKEYLOGFILE": lambda name: tr("{name}: whoever reads that file can read the requests.", name=name),
}
_CERTIFICATES = ("SSL_CERT_DIR", "SSL_CERT_FILE")
"""Either, or both, say the same."""
# What libraries read in small letters too.
_EITHER_CASE = {"ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"}


@dataclass(frozen=True)
class StrayVariable:
    """A variable that is set, or several that do the same, and what that is in a sentence; the ``host`` alone of a value."""

    name: str
    sentence: str
    host: str = ""


def stray_variables(environ: Mapping[str, str] = os.environ) -> list[StrayVariable]:
    """Those that are set, by name."""
    found: list[StrayVariable] = []
    for name in sorted({*_ADDRESS, *_OTHER}):
        for spelt in (name, name.lower()) if name in _EITHER_CASE else (name,):
            # Windows has one variable under both spellings.
            if environ.get(spelt, "").strip() and not any(each.name.upper() == name for each in found):
                found.append(_stray(spelt, environ[spelt]))
    if names := ", ".join(name for name in _CERTIFICATES if environ.get(name, "").strip()):
        sentence = tr("Which certificates are trusted is set on this computer ({name}).", name=names)
        found.append(StrayVariable(names, sentence))
    return found


def _stray(name: str, value: str) -> StrayVariable:
    says = _ADDRESS.get(name.upper())
    if says is None:
        return StrayVariable(name, _OTHER[name.upper()](name))
    host = _host(value) or tr("an address that can't be read")
    return StrayVariable(name, says(name, host), host)


def _host(address: str) -> str:
    text = address.strip()
    try:
        return urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
