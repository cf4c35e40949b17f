"""Where calls go, for people: to which other address than Anthropic's own, and whether others can read them on the way."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from app.batch_api.client import SERVICE_ADDRESS
from app.core.words import tr


@dataclass(frozen=True)
class Address:
    """The ``host`` of an address that is not Anthropic's own; ``exposed`` says that calls to it are not encrypted.

    Both are empty where there is nothing to say.
    """

    host: str = ""
    exposed: str = ""


def told(address: str) -> Address:
    """What has to be told of an address; nothing of one that can't be used, which the first call says."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        return Address()
    if not host or (host == urlsplit(SERVICE_ADDRESS).hostname and parts.scheme == "https"):
        return Address()
    if parts.scheme != "http" or _is_this_computer(host):
        return Address(host)
    text = tr(
        "What goes to {host} is not encrypted: anyone on the network in between can read your key and your rows. "
        "Use an address that begins with https:// if there is one.",
        host=host,
    )
    return Address(host, text)


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
