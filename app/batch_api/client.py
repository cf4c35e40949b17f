"""The connection to the service: made late, with nothing taken from the environment unasked.

What the SDK would pick up by itself and doesn't here: keys and log-ins of other programs, an
address (``ANTHROPIC_BASE_URL``), headers (``ANTHROPIC_CUSTOM_HEADERS``), tracing. What an ordinary
program honours is honoured: ``HTTPS_PROXY``, ``HTTP_PROXY``, ``ALL_PROXY`` and ``NO_PROXY`` where no
proxy is set by hand, ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` always. A connection with a transport
of its own (practice) looks at none of them.
"""

from __future__ import annotations

import gc
import logging
import re
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import orjson

from app.batch_api.errors import WORKSPACE_HEADER, http_date, translated, unreadable_reply
from app.core.errors import Code, InputError, NeedsUser, ServiceTrouble, Trouble
from app.core.words import tr

if TYPE_CHECKING:
    import ssl

    import anthropic
    import httpx2

SERVICE_ADDRESS = "https://api.anthropic.com"

CONNECT_SECONDS = 10.0
READ_SECONDS = 120.0
UPLOAD_SECONDS = 300.0
"""How long a piece of an upload may hang before it counts as broken off."""

CHUNK = 65_536
"""Bytes of a download at a time: 64 KiB goes four times as fast as the SDK's own 64 bytes."""


@dataclass(frozen=True)
class Connection:
    """How the service is reached. The key and the proxy's password never show in a log."""

    api_key: str = field(repr=False)
    base_url: str | None = None
    proxy: str | None = field(default=None, repr=False)
    ca_file: str | None = None
    transport: httpx2.BaseTransport | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the service answered: the JSON object, its clock in seconds since 1970, and the workspace it named."""

    data: dict[str, Any]
    clock: float | None
    workspace: str


class Client:
    """Calls to the service, each made once: repeating is for the caller, who knows what it costs.

    May be used by several threads at once. Every call raises ServiceTrouble.
    """

    def __init__(self, sdk: anthropic.Anthropic) -> None:
        self._sdk = sdk
        self.workspace: str | None = None
        """The workspace that the last reply named, "" for none; None before the first reply."""

    def get(self, path: str, query: Mapping[str, object] | None = None) -> Reply:
        """Ask for something."""
        return self._call("get", path, params=dict(query or {}))

    def post(
        self, path: str, body: bytes, *, upload: bool = False, betas: Sequence[str] = (), read: float | None = None
    ) -> Reply:
        """Send a JSON body, already serialised; ``upload`` gives it more time, ``betas`` go into the header.

        ``read`` is how many seconds a reply may take, where not the usual.
        """
        options: dict[str, Any] = {"timeout": _timeout(UPLOAD_SECONDS if upload else None, read)}
        if betas:
            options["headers"] = {"anthropic-beta": ",".join(betas)}
        return self._call("post", path, content=body, **options)

    def upload(self, path: str, name: str, media_type: str, content: bytes, fields: Mapping[str, str]) -> Reply:
        """Send a file and further fields as a form."""
        options = {"headers": {"Content-Type": "multipart/form-data"}, "timeout": _timeout(UPLOAD_SECONDS, None)}
        return self._read(self._send_form(path, (name, content, media_type), fields, options))

    def delete(self, path: str) -> Reply:
        """Delete something."""
        return self._call("delete", path)

    def stream(self, path: str) -> Generator[bytes, None, None]:
        """A download in pieces, as it arrives; closed at the end, whatever the end was."""
        response = self._open(path)
        try:
            pieces = response.iter_bytes(CHUNK)
            while piece := _next_piece(pieces):
                yield piece
        finally:
            response.close()

    def close(self) -> None:
        """End its connections."""
        self._sdk.close()

    def _call(self, method: str, path: str, *, content: bytes | None = None, **options: Any) -> Reply:
        return self._read(self._send(method, path, content, options))

    def _read(self, response: httpx2.Response) -> Reply:
        try:
            data = orjson.loads(response.content)
        except orjson.JSONDecodeError:
            data = None
        if not isinstance(data, dict):
            raise unreadable_reply(response.status_code)
        self.workspace = response.headers.get(WORKSPACE_HEADER) or ""
        return Reply(data, http_date(response.headers.get("date")), self.workspace)

    @translated
    def _send(self, method: str, path: str, content: bytes | None, options: dict[str, Any]) -> httpx2.Response:
        import httpx2

        if method == "post":
            return self._sdk.post(path, cast_to=httpx2.Response, content=content, options=cast(Any, options))
        call = self._sdk.get if method == "get" else self._sdk.delete
        return call(path, cast_to=httpx2.Response, options=cast(Any, options))

    @translated
    def _send_form(
        self, path: str, file: tuple[str, bytes, str], fields: Mapping[str, str], options: dict[str, Any]
    ) -> httpx2.Response:
        import httpx2

        return self._sdk.post(
            path, cast_to=httpx2.Response, body=dict(fields), files=[("file", file)], options=cast(Any, options)
        )

    @translated
    def _open(self, path: str) -> httpx2.Response:
        import anthropic
        import httpx2

        # A download may be passed on to a store of files: httpx2 then takes the key off for another origin.
        found = self._sdk.get(
            path,
            cast_to=httpx2.Response,
            stream=True,
            stream_cls=anthropic.Stream[Any],
            options={"headers": {"Accept": "application/binary"}, "follow_redirects": True},
        )
        return cast("httpx2.Response", found)


def make_client(connection: Connection) -> Client:
    """A client for that connection; no call is made yet.

    Raises NeedsUser without a key, ServiceTrouble for one that can't be one, InputError for an
    unusable address, proxy or certificate file.
    """
    key = _usable_key(connection.api_key)
    address = _usable_address(connection.base_url or SERVICE_ADDRESS)
    load_sdk()
    import anthropic

    _quieten()
    sdk = anthropic.Anthropic(
        api_key=key,
        base_url=address,
        max_retries=0,
        timeout=_timeout(),
        open_telemetry=False,
        http_client=_http_client(connection),
    )
    # WORKAROUND: the SDK reads ANTHROPIC_CUSTOM_HEADERS whatever it is given, and lets them win
    # over the key. It has no switch for that; a test notices if this stops working.
    sdk._custom_headers = {}  # noqa: SLF001
    return Client(sdk)


def _usable_key(text: str) -> str:
    """The key without outer blanks; a header can hold nothing but visible ASCII."""
    key = text.strip()
    if not key:
        raise NeedsUser(
            tr("There is no key."), tr("Nothing was sent."), tr("Enter a key in the settings."), code=Code.NO_KEY
        )
    if not re.fullmatch(r"[\x21-\x7e]+", key):
        raise ServiceTrouble(
            Trouble.KEY,
            tr("This is not a key."),
            tr("Nothing was sent."),
            tr("Copy the key again, whole and without blanks."),
        )
    return key


def _usable_address(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", text.strip()):
        raise InputError(
            tr("The service address “{text}” can't be used.", text=text),
            tr("Nothing was sent."),
            tr("It looks like {address}.", address=SERVICE_ADDRESS),
        )
    return text.strip()


def _http_client(connection: Connection) -> httpx2.Client:
    import httpx2

    if connection.transport is not None:
        return httpx2.Client(transport=connection.transport, trust_env=False, timeout=_timeout())
    try:
        return httpx2.Client(
            proxy=connection.proxy or None, verify=certificates(connection.ca_file), timeout=_timeout()
        )
    except (ValueError, ImportError, httpx2.InvalidURL) as error:
        # Its words may name the proxy's password.
        raise InputError(
            tr("The proxy can't be used."),
            tr("Nothing was sent."),
            tr("It looks like http://proxy.example:8080."),
            details=type(error).__name__,
        ) from None


def certificates(ca_file: str | None) -> ssl.SSLContext:
    """The system's certificates, and those in the file besides."""
    import httpx2

    context = httpx2.create_ssl_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:  # ssl.SSLError too
            raise InputError(
                tr("The certificate file “{ca_file}” can't be read.", ca_file=ca_file),
                tr("Nothing was sent."),
                tr("Choose a file in PEM form, or none."),
                details=str(error),
            ) from None
    return context


def _timeout(write: float | None = None, read: float | None = None) -> httpx2.Timeout:
    import httpx2

    return httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS, write=write or READ_SECONDS, read=read or READ_SECONDS)


def load_sdk() -> None:
    """Import the SDK, once, and spare its thousands of classes to every later search for garbage.

    Such a search holds all threads, the window's too, for a tenth of a second with them.
    """
    if "anthropic" not in sys.modules:
        import anthropic  # noqa: F401

        gc.freeze()


def _quieten() -> None:
    """At debug level the SDK logs whole requests, prompts included; ANTHROPIC_LOG asks for that."""
    for name in ("anthropic", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)


@translated
def _next_piece(pieces: Iterator[bytes]) -> bytes | None:
    return next(pieces, None)
