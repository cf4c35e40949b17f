"""A word on a Linux desktop, through the notification service of its session: most have one, and many no tray.

The service is `org.freedesktop.Notifications` of the Desktop Notifications Specification 1.2.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from queue import Queue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney.io.threading import DBusConnection, DBusRouter

_log = logging.getLogger(__name__)

_SECONDS = 5.0
_SECONDS_TO_CLOSE = 0.5
_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_SERVERS_OWN_TIME = -1


def offered() -> bool:
    """Whether there is a session that may have the service."""
    return sys.platform == "linux" and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


class DesktopNotes:
    """Speaks on threads of its own, and calls ``on_chosen`` on one of them with the tag of a note that was clicked."""

    def __init__(self, on_chosen: Callable[[str], None]) -> None:
        self._on_chosen = on_chosen
        self._lock = threading.Lock()
        self._tags: dict[int, str] = {}
        self._clicks: Queue[Any] = Queue()
        self._connection: DBusConnection | None = None
        self._router: DBusRouter | None = None
        self._marks = False

    def say(self, tag: str, title: str, text: str) -> None:
        """Show a note. Where the desktop can't, that is logged, and nobody waits for it."""
        threading.Thread(target=self._say, args=(tag, title, text), name="desktop-note", daemon=True).start()

    def close(self) -> None:
        """Hear no more clicks; what is shown stays."""
        if not self._lock.acquire(timeout=_SECONDS_TO_CLOSE):
            return  # a desktop that doesn't answer; its thread ends with the process
        try:
            if self._router is not None and self._connection is not None:
                self._router.close()
                self._connection.close()
                self._clicks.put(None)
            self._router = self._connection = None
        finally:
            self._lock.release()

    def _say(self, tag: str, title: str, text: str) -> None:
        import html

        try:
            with self._lock:
                router = self._router or self._open()
                body = html.escape(text, quote=False) if self._marks else text
                hints = {"desktop-entry": ("s", "batchsheet")}
                actions = ["default", title]
                values = ("Batchsheet", 0, "batchsheet", title, body, actions, hints, _SERVERS_OWN_TIME)
                (number,) = _ask(router, "Notify", "susssasa{sv}i", values)
                self._tags[number] = tag
        except Exception as error:  # noqa: BLE001 - whatever a desktop does, the job has ended all the same
            _log.info("no note on the desktop: %s", type(error).__name__)

    def _open(self) -> DBusRouter:
        from jeepney import MatchRule, message_bus
        from jeepney.io.threading import DBusRouter, Proxy, open_dbus_connection

        connection = open_dbus_connection("SESSION")
        router = DBusRouter(connection)
        rule = MatchRule(type="signal", interface=_NAME, member="ActionInvoked", path=_PATH)
        Proxy(message_bus, router, timeout=_SECONDS).AddMatch(rule)
        router.filter(rule, queue=self._clicks)
        (offers,) = _ask(router, "GetCapabilities")
        self._marks = "body-markup" in offers
        self._connection, self._router = connection, router
        threading.Thread(target=self._listen, name="desktop-clicks", daemon=True).start()
        return router

    def _listen(self) -> None:
        for message in iter(self._clicks.get, None):
            number, _action = message.body
            with self._lock:  # a click can come before the answer that says which note it was
                tag = self._tags.get(number)
            if tag is not None:
                self._on_chosen(tag)


def _ask(
    router: DBusRouter, member: str, signature: str | None = None, values: tuple[Any, ...] = ()
) -> tuple[Any, ...]:
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    message = new_method_call(DBusAddress(_PATH, _NAME, _NAME), member, signature, values)
    found: tuple[Any, ...] = unwrap_msg(router.send_and_get_reply(message, timeout=_SECONDS))
    return found
