"""The key: in the system's keyring or in this session's memory, never in a file.

How keyrings fail (keyring 25.7): without a service every call raises NoKeyringError; with one
that is locked, or whose prompt was dismissed, the backend looks fine and every call raises
InitError or KeyringLocked. Third-party backends raise whatever they like.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol

from app.core.errors import Code, NeedsUser
from app.core.words import tr
from app.system import logs

SERVICE = "Batchsheet"
USER = "Anthropic API key"
VARIABLE = "ANTHROPIC_API_KEY"
IN_ENVIRONMENT = tr("The environment variable {name} is taken, too.", name=VARIABLE)

# Kept by the system itself. Others may write a plain file (keyrings.alt) or nothing at all (null).
_TRUSTED = tuple(f"keyring.backends.{name}" for name in ("SecretService", "Windows", "kwallet", "libsecret", "macOS"))

log = logging.getLogger(__name__)


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None: ...  # noqa: D102
    def set_password(self, service: str, username: str, password: str) -> None: ...  # noqa: D102
    def delete_password(self, service: str, username: str) -> None: ...  # noqa: D102


class Kept(StrEnum):
    """Where a key that was just given is kept."""

    KEYRING = "keyring"
    SESSION = "session"


class KeyState(StrEnum):
    """Where the key comes from, or why there is none."""

    ENVIRONMENT = "environment"
    SESSION = "session"
    KEYRING = "keyring"
    LOCKED = "locked"  # there is a keyring, and it doesn't answer
    NONE = "none"  # no key; there may be no keyring either, see KeyStore.obstacle


class KeyStore:
    """Gets and keeps the one key.

    Any thread may call it, the window's own should not: a locked keyring may ask the user for a
    password, and waits. The key of ANTHROPIC_API_KEY comes first and is never stored; then the
    one kept for this session, then the keyring's.
    """

    def __init__(
        self, environ: Mapping[str, str] = os.environ, find_backend: Callable[[], Backend | None] | None = None
    ) -> None:
        self._environ = environ
        self._find_backend = find_backend or system_keyring
        self._session = ""
        self._obstacle: NeedsUser | None = None
        self._asked_in_vain = False
        self._lock = threading.RLock()

    @property
    def obstacle(self) -> NeedsUser | None:
        """Why the keyring could not be used when it was last tried; None where it could."""
        return self._obstacle

    def get(self) -> str | None:
        """The key; None where there is none.

        Raises NeedsUser where there may be one in a keyring that is locked. A keyring that did
        not open is not tried again, for it would ask for its password each time: `state` and
        `set`, which somebody waits for, try anew.
        """
        with self._lock:
            if self._asked_in_vain and self._obstacle is not None and not (self._environment_key() or self._session):
                raise self._obstacle
            key = self._environment_key() or self._session
            if not key:
                key = self._from_keyring() or ""
            if not key:
                return None
            logs.hide(key)
            return key

    def set(self, key: str) -> Kept:
        """Keep a key in the keyring; where that fails, for this session, and ``obstacle`` says why."""
        key = key.strip()
        if not key:
            raise ValueError("an empty key")
        logs.hide(key)
        with self._lock:
            self._session = key
            try:
                kept = self._into_keyring(key)
            except NeedsUser:
                return Kept.SESSION
            self._asked_in_vain = False
            if kept:
                self._session = ""
            return Kept.KEYRING if kept else Kept.SESSION

    def delete(self) -> None:
        """Forget the key, here and in the keyring.

        Raises NeedsUser where the keyring is locked; it is forgotten here all the same.
        """
        with self._lock:
            self._session = ""
            backend = self._backend()
            if backend is None or self._from_keyring() is None:
                return
            try:
                backend.delete_password(SERVICE, USER)
            except Exception as error:  # noqa: BLE001 - a foreign program's faults: see the top of this file
                raise self._locked(error, tr("The key is still in the keyring.")) from None

    def state(self) -> KeyState:
        """Where the key comes from now; asks the keyring, so it may take a while."""
        with self._lock:
            self._asked_in_vain = False
            if self._environment_key():
                return KeyState.ENVIRONMENT
            if self._session:
                return KeyState.SESSION
            try:
                return KeyState.KEYRING if self._from_keyring() else KeyState.NONE
            except NeedsUser:
                return KeyState.LOCKED

    def _environment_key(self) -> str:
        return self._environ.get(VARIABLE, "").strip()

    def _backend(self) -> Backend | None:
        try:
            backend = self._find_backend()
        except Exception as error:  # noqa: BLE001 - see above
            log.warning("no keyring could be looked for: %s", type(error).__name__)
            backend = None
        self._obstacle = None if backend is not None else _no_keyring()
        return backend

    def _from_keyring(self) -> str | None:
        backend = self._backend()
        if backend is None:
            return None
        try:
            return backend.get_password(SERVICE, USER) if _has_collection(backend) else None
        except Exception as error:  # noqa: BLE001 - see above
            raise self._locked(error, tr("The key in it can't be read.")) from None

    def _into_keyring(self, key: str) -> bool:
        backend = self._backend()
        if backend is None:
            return False
        try:
            backend.set_password(SERVICE, USER, key)
            if backend.get_password(SERVICE, USER) != key:
                raise ValueError("the keyring gives back something else")
        except Exception as error:  # noqa: BLE001 - see above
            raise self._locked(error, tr("The key is kept until Batchsheet is closed.")) from None
        return True

    def _locked(self, error: Exception, means: str) -> NeedsUser:
        log.warning("the keyring did not answer: %s", type(error).__qualname__)
        self._asked_in_vain = True
        self._obstacle = NeedsUser(
            tr("The system's keyring is locked or doesn't answer."),
            means,
            tr("Unlock it with your login password, then try again."),
            code=Code.NO_KEY,
            details=type(error).__qualname__,
        )
        return self._obstacle


def _has_collection(backend: Backend) -> bool:
    """Whether there is anything to look into.

    WORKAROUND: asked for a password where there is no default collection yet, the Secret Service
    backend makes one, and the user has to think up a password for it (``get_default_collection``
    in secretstorage's ``collection.py``).
    """
    if not type(backend).__module__.startswith("keyring.backends.SecretService"):
        return True
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.exceptions.ItemNotFoundException:
            return False
    return True


def system_keyring() -> Backend | None:
    """The system's own keyring; None where there is none that keeps secrets.

    Imported late: it takes 0.1 s, and looks for services on the way.
    """
    import keyring
    from keyring.backends import chainer

    backend = keyring.get_keyring()
    candidates = backend.backends if isinstance(backend, chainer.ChainerBackend) else [backend]
    return next((each for each in candidates if type(each).__module__.startswith(_TRUSTED)), None)


def _no_keyring() -> NeedsUser:
    return NeedsUser(
        tr("This computer has no keyring that Batchsheet can use."),
        tr("A key is kept until Batchsheet is closed."),
        tr("Install or start one (GNOME Keyring, KWallet)."),
        code=Code.NO_KEY,
        details=IN_ENVIRONMENT,
    )
