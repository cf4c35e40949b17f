"""A public file fetched as nobody in particular: no cookies, no identification, no redirects, no more than is asked for."""

from __future__ import annotations

import ssl
import urllib.request
from typing import IO, Any

_PATIENCE = 15.0
_MOST = 64 * 1024


def plain_get(address: str, context: ssl.SSLContext, proxy: str = "") -> bytes:
    """The file at that address. Raises OSError where it can't be had, ValueError where it is too large.

    Without a ``proxy`` the system's is used.
    """
    proxies = {"http": proxy, "https": proxy} if proxy else None
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=context), _NoRedirects()
    )
    opener.addheaders = [("User-Agent", "Batchsheet"), ("Accept", "application/json")]
    with opener.open(address, timeout=_PATIENCE) as reply:
        content: bytes = reply.read(_MOST + 1)
    if len(content) > _MOST:
        raise ValueError("the file is too large")
    return content


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Whoever can pass a request on could pass it on to anybody."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Follow none: it ends as the error that it is."""
