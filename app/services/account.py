"""The key, and where calls go: what the user typed, what the environment says, what is kept where."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.batch_api.client import SERVICE_ADDRESS, Connection, make_client
from app.batch_api.messages import check_key
from app.core.errors import Code, NeedsUser
from app.core.words import sentences, tr
from app.services.address import Address, told
from app.services.preferences import Preferences
from app.services.tasks import TaskControl
from app.system.environment import stray_variables
from app.system.secrets import IN_ENVIRONMENT, VARIABLE, Kept, KeyStore


@dataclass(frozen=True)
class KeyState:
    """Where the key is, for people: ``kind`` is environment, keyring, session, locked or none."""

    kind: str
    shown: str
    message: str


_MESSAGES = {
    "environment": tr(
        "The key is set on this computer, outside of Batchsheet ({name}), and is not stored.", name=VARIABLE
    ),
    "keyring": tr("The key is kept in this system's keyring."),
    "session": tr("The key is kept until Batchsheet is closed, and then forgotten."),
    "locked": tr("The system's keyring is locked. Unlock it, or enter the key for this session."),
    "none": tr(
        "There is no key yet. Real answers need one: whoever manages your account makes it at platform.claude.com."
    ),
}

_PRACTICE = tr("Practice mode needs no key. One that you enter here is for real jobs.")


class Account:
    """The user's account at the service. The key never leaves this object but into a connection."""

    def __init__(self, keys: KeyStore, preferences: Preferences, *, practice: bool = False) -> None:
        """In ``practice`` nobody looks for a key: a locked keyring would ask for its password."""
        self._keys = keys
        self._practice = practice
        self._preferences = preferences
        self._listeners: list[Callable[[], None]] = []
        self.changes = 0
        """How often the key or the address was changed."""

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` when the key or the address was changed."""
        self._listeners.append(listener)

    def connection(self) -> Connection:
        """With which key calls go where. Raises NeedsUser where there is no key."""
        key = self._keys.get()
        if not key:
            raise NeedsUser(
                tr("There is no key for Anthropic's service."),
                tr("Nothing was sent."),
                tr("Enter one in Settings; whoever manages your account makes it at platform.claude.com."),
                code=Code.NO_KEY,
                details=IN_ENVIRONMENT,
            )
        return self._connection(key)

    def has_key(self) -> bool:
        """Whether there is a key to be had. May wait for the keyring."""
        try:
            return bool(self._keys.get())
        except NeedsUser:
            return False

    def key_state(self) -> KeyState:
        """Where the key is. May wait for the keyring: not for the window's own thread."""
        if self._practice:
            return KeyState("none", "", _PRACTICE)
        kind = str(self._keys.state())
        key = self._keys.get() if kind not in ("locked", "none") else None
        return KeyState(kind, _masked(key), self._message(kind))

    def set_key(self, text: str) -> Callable[[TaskControl], KeyState]:
        """Work that checks a key with the service and then keeps it.

        Raises ServiceTrouble where it is refused or could not be checked; it is not kept then.
        """

        def work(control: TaskControl) -> KeyState:
            key = text.strip()
            client = make_client(self._connection(key))
            try:
                check_key(client)
            finally:
                client.close()
            control.check()
            kept = self._keys.set(key)
            self._tell()
            kind = "keyring" if kept is Kept.KEYRING else "session"
            return KeyState(kind, _masked(key), self._message(kind))

        return work

    def forget_key(self) -> None:
        """Remove the key from the keyring and from this session."""
        self._keys.delete()
        self._tell()

    def address_changed(self) -> None:
        """The service's address, proxy or certificates were set anew."""
        self._tell()

    def stray_variables(self) -> Sequence[str]:
        """Environment variables that change where calls go, each as a sentence."""
        return [variable.sentence for variable in stray_variables()]

    def address(self) -> Address:
        """What has to be told of where calls go; nothing in practice mode, where they go nowhere."""
        return Address() if self._practice else told(self._address())

    def _message(self, kind: str) -> str:
        obstacle = self._keys.obstacle if kind == "session" else None
        return sentences(obstacle.what if obstacle is not None else "", _MESSAGES[kind])

    def _address(self) -> str:
        return os.environ.get("ANTHROPIC_BASE_URL") or self._preferences.get().service_address or SERVICE_ADDRESS

    def _connection(self, key: str) -> Connection:
        settings = self._preferences.get()
        return Connection(
            api_key=key,
            base_url=self._address(),
            proxy=settings.proxy or None,
            ca_file=settings.ca_file or None,
        )

    def _tell(self) -> None:
        self.changes += 1
        for listener in self._listeners:
            listener()


def _masked(key: str | None) -> str:
    return f"{key[:7]}…{key[-4:]}" if key and len(key) > 16 else ("…" if key else "")
