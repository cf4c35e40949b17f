"""A quiet look for a newer version, once a day, where the user agreed to it.

What leaves this computer is one request for one public file. Where the program was built without the file's address,
and in practice mode, there is nothing to agree to.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from app import __version__
from app.core.errors import AppError
from app.core.release import Release, newer_release
from app.services.preferences import Preferences
from app.services.tasks import TaskControl

_DAY = 24 * 3600.0

_log = logging.getLogger(__name__)


class Updates:
    """Any thread may call it."""

    def __init__(
        self,
        address: str,
        preferences: Preferences,
        fetch: Callable[[str], bytes],
        *,
        version: str = __version__,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """``address`` is that of the list of releases, "" for none; ``fetch`` gets a file, raising OSError or ValueError."""
        self._address = address
        self._preferences = preferences
        self._fetch = fetch
        self._version = version
        self._clock = clock

    @property
    def host(self) -> str:
        """Who is asked; "" where nobody can be."""
        return urlsplit(self._address).hostname or ""

    @property
    def agreed(self) -> bool:
        """Whether the user agreed to it."""
        return bool(self.host) and self._preferences.get().look_for_updates

    def look(self, control: TaskControl) -> Release | None:
        """The newer version, where there is one. Asks once a day at most; a failure is silent, and tried the next day."""
        control.check()
        if not self.agreed:
            return None
        settings = self._preferences.get()
        if 0 <= self._clock() - settings.updates_looked_at < _DAY:
            content = settings.updates_found.encode()
        else:
            content = self._ask()
            with suppress(AppError):  # a full disk: it is asked again at the next start
                self._preferences.save(updates_looked_at=self._clock(), updates_found=content.decode())
        try:
            return newer_release(content, than=self._version, address=self._address) if content else None
        except ValueError as error:
            _log.info("the list of releases makes no sense: %s", type(error).__name__)
            return None

    def _ask(self) -> bytes:
        try:
            content = self._fetch(self._address)
            content.decode()
        except (OSError, ValueError) as error:
            _log.info("the list of releases could not be had: %s", type(error).__name__)
            return b""
        return content


def as_set(preferences: Preferences) -> Callable[[str], bytes]:
    """What gets a file by its address, through the proxy and by the certificates that are set at that moment.

    It raises OSError where the file can't be had, ValueError where it is too large.
    """

    def fetch(address: str) -> bytes:
        from app.batch_api.client import certificates
        from app.system.plain_get import plain_get

        settings = preferences.get()
        try:
            context = certificates(settings.ca_file or None)
        except AppError as error:
            raise OSError(error.message) from error
        return plain_get(address, context, settings.proxy)

    return fetch
