"""What can go wrong with a call, in the user's words, and by which status, code or exception it is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.core.errors import Trouble
from app.core.words import tr


class Words(NamedTuple):
    """A trouble and how it is put: what happened, what it means, what to do."""

    trouble: Trouble
    what: str
    means: str = ""
    do: str = ""


NO_CONNECTION = Words(
    Trouble.NO_CONNECTION,
    tr("The service can't be reached."),
    tr("Nothing was sent, and nothing is lost."),
    tr("Check the internet connection and try again."),
)
NOT_TRUSTED = Words(
    Trouble.NO_CONNECTION,
    tr("The connection to the service is not safe: its certificate could not be checked."),
    tr("Nothing was sent."),
    tr("If your company's network looks into connections, give its certificate file in the settings."),
)
PROXY = Words(
    Trouble.NO_CONNECTION,
    tr("The proxy did not let the connection through."),
    tr("Nothing was sent."),
    tr("Check the proxy in the settings."),
)
BLOCKED = Words(
    Trouble.NO_CONNECTION,
    tr("Something on the way to the service refused the connection."),
    tr("The service got nothing."),
    tr("Ask whether a firewall or a proxy blocks the service's address."),
)
SLOW_UPLOAD = Words(
    Trouble.NO_CONNECTION,
    tr("The upload was too slow, and the service gave it up."),
    tr("Nothing was carried out."),
    tr("Try again, or use a faster connection."),
)
DROPPED = Words(
    Trouble.DROPPED,
    tr("The connection to the service broke off."),
    tr("Whether the service had already acted is not known."),
    tr("Batchsheet asks the service before it sends anything again."),
)
UNREADABLE = Words(
    Trouble.DROPPED,
    tr("The service's reply can't be read."),
    tr("Whether the service has acted is not known."),
    tr("If this goes on, check the service address in the settings."),
)
SERVICE = Words(
    Trouble.SERVICE,
    tr("The service has a problem of its own."),
    tr("Whether it had already acted is not known."),
    tr("Batchsheet asks the service before it sends anything again."),
)
BUSY = Words(
    Trouble.BUSY,
    tr("The service asks for a pause."),
    tr("Nothing is lost: it takes no more for the moment."),
    tr("Wait, and it goes on."),
)
NOT_FOUND = Words(
    Trouble.NOT_FOUND,
    tr("The service does not find what was asked for."),
    tr("What was sent a moment ago can be missing for some minutes."),
)
MODEL = Words(
    Trouble.MODEL,
    tr("The service does not have this model."),
    tr("Nothing was sent."),
    tr("Choose another model."),
)
REQUEST = Words(
    Trouble.REQUEST,
    tr("The service does not accept this request."),
    tr("It was not carried out, and costs nothing."),
    tr("The details say why."),
)
TOO_LARGE = Words(
    Trouble.REQUEST,
    tr("This is too large for the service."),
    tr("It was not carried out, and costs nothing."),
    tr("Use fewer rows per part, or a shorter prompt."),
)
KEY = Words(
    Trouble.KEY,
    tr("The service refused the key."),
    tr("Nothing more is sent with it."),
    tr("In the settings, enter a key that works."),
)
ON_HOLD = Words(
    Trouble.KEY,
    tr("The service has put this account on hold."),
    tr("Nothing more is sent."),
    tr("Ask the service, or use another account's key."),
)
CREDIT = Words(
    Trouble.CREDIT,
    tr("The account has no credit left."),
    tr("The service takes no more rows."),
    tr("Add credit to the account, then go on."),
)
SPEND_LIMIT = Words(
    Trouble.SPEND_LIMIT,
    tr("The account has reached its spending limit."),
    tr("The service takes no more rows."),
    tr("Raise the limit in the account, or wait until it starts anew, then go on."),
)

BY_CODE: Mapping[str, Words] = {
    "enforced_spend_limit_reached": SPEND_LIMIT,
    "contract_spend_limit_reached": SPEND_LIMIT,
    "linked_organization_spend_limit_reached": SPEND_LIMIT,
    "organization_on_hold": ON_HOLD,
    "claude_code_key_creator_not_member": KEY,
    "request_body_timeout": SLOW_UPLOAD,
    "request_body_too_large_after_decoding": TOO_LARGE,
}
"""Error codes that say more than their status; an unknown code counts as its bare status."""

BY_STATUS: Mapping[int, Words] = {
    400: REQUEST,
    401: KEY,
    402: CREDIT,
    403: KEY,
    404: NOT_FOUND,
    408: SERVICE,
    409: SERVICE,
    413: TOO_LARGE,
    425: SERVICE,
    429: BUSY,
    499: SERVICE,
}
"""Other statuses from 400 to 499 are REQUEST, and all the rest SERVICE."""

BY_PREFIX: Mapping[str, Words] = {
    # https://platform.claude.com/docs/en/api/rate-limits: the only mark of a limit that the account set itself.
    "You have reached your specified": SPEND_LIMIT,
    # https://github.com/continuedev/continue/issues/5499: an empty balance is a 400 like any other.
    "Your credit balance is too low": CREDIT,
}

BY_TRANSPORT: Mapping[str, Words] = {
    "ConnectError": NO_CONNECTION,  # name not found, refused, TLS handshake
    "ConnectTimeout": NO_CONNECTION,
    "PoolTimeout": NO_CONNECTION,
    "ProxyError": PROXY,
    "UnsupportedProtocol": NO_CONNECTION,
    "InvalidURL": NO_CONNECTION,
    "HTTPError": DROPPED,  # every other failure of a request under way
    "StreamError": DROPPED,
    "CookieConflict": DROPPED,
}
"""Exceptions of httpx2 by name; the nearest base class counts."""
