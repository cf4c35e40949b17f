from __future__ import annotations

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError

from app.core.errors import AppError, Code, ExitStatus
from app.system import logs
from app.system.secrets import Kept, KeyState, KeyStore, system_keyring

KEY = "sk-ant-api03-stored"


class Memory:
    """A keyring backend; ``fault`` is raised by every call while it is set."""

    def __init__(self):
        self.kept = {}
        self.fault = None

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._fail()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("No such password!")
        del self.kept[service, username]

    def _fail(self):
        if self.fault:
            raise self.fault


@pytest.fixture
def memory():
    return Memory()


@pytest.fixture
def store(memory):
    return KeyStore({}, lambda: memory)


def test_a_key_comes_back_in_another_session(store, memory):
    assert (store.get(), store.state()) == (None, KeyState.NONE)
    assert store.set(f"  {KEY}\n") is Kept.KEYRING
    again = KeyStore({}, lambda: memory)
    assert (again.get(), again.state(), again.obstacle) == (KEY, KeyState.KEYRING, None)
    assert [service for service, _user in memory.kept] == ["Batchsheet"]


def test_a_key_that_was_deleted_is_gone_and_deleting_none_is_no_error(store, memory):
    store.delete()
    store.set(KEY)
    store.delete()
    assert (store.get(), store.state(), memory.kept) == (None, KeyState.NONE, {})


def test_the_variable_comes_first_and_is_never_stored(store, memory):
    store.set(KEY)
    with_variable = KeyStore({"ANTHROPIC_API_KEY": " sk-ant-variable "}, lambda: memory)
    assert (with_variable.get(), with_variable.state()) == ("sk-ant-variable", KeyState.ENVIRONMENT)
    assert list(memory.kept.values()) == [KEY]
    assert KeyStore({"ANTHROPIC_API_KEY": " "}, lambda: memory).get() == KEY


def test_the_variable_needs_no_keyring():
    def none_to_find():
        raise AssertionError("the keyring was asked")

    assert KeyStore({"ANTHROPIC_API_KEY": "sk-ant-variable"}, none_to_find).get() == "sk-ant-variable"


def test_an_empty_key_is_refused(store):
    with pytest.raises(ValueError, match="empty"):
        store.set("  ")


@pytest.mark.parametrize("fault", [InitError("Prompt dismissed"), KeyringLocked("x"), RuntimeError("of a third party")])
@pytest.mark.logs_warnings
def test_a_locked_keyring_is_an_error_with_its_own_cure_and_the_key_lasts_for_the_session(store, memory, fault):
    memory.kept["Batchsheet", "Anthropic API key"] = KEY
    memory.fault = fault
    assert store.state() is KeyState.LOCKED
    with pytest.raises(AppError) as caught:
        store.get()
    error = caught.value
    assert (error.code, error.exit_status) == (Code.NO_KEY, ExitStatus.NEEDS_USER)
    assert "Unlock it" in error.do
    assert store.set("sk-ant-session") is Kept.SESSION
    assert (store.get(), store.state()) == ("sk-ant-session", KeyState.SESSION)
    assert "locked" in store.obstacle.what
    assert KeyStore({}, lambda: Memory()).get() is None


@pytest.mark.logs_warnings
def test_once_unlocked_the_same_store_works(store, memory):
    memory.fault = InitError("Prompt dismissed")
    store.set(KEY)
    memory.fault = None
    assert store.set(KEY) is Kept.KEYRING
    assert (store.state(), store.obstacle) == (KeyState.KEYRING, None)


@pytest.mark.logs_warnings
def test_a_keyring_that_reads_and_does_not_delete_says_that_the_key_is_still_there(store, memory, monkeypatch):
    store.set(KEY)

    def refuse(_service, _username):
        raise PasswordDeleteError("not allowed")

    monkeypatch.setattr(memory, "delete_password", refuse)
    with pytest.raises(AppError, match="still in the keyring"):
        store.delete()
    assert store.state() is KeyState.KEYRING


@pytest.mark.logs_warnings
def test_deleting_from_a_locked_keyring_says_that_the_key_is_still_there(store, memory):
    store.set(KEY)
    memory.fault = KeyringLocked("x")
    with pytest.raises(AppError, match="locked"):
        store.delete()
    memory.fault = None
    assert store.state() is KeyState.KEYRING
    assert store.get() == KEY


@pytest.mark.logs_warnings
def test_a_keyring_that_did_not_open_is_not_asked_again_and_again(store, memory, monkeypatch):
    """Each question would put a password prompt on the user's screen."""
    asked = []

    def ask(*_arguments):
        asked.append(1)
        raise KeyringLocked("x")

    monkeypatch.setattr(memory, "get_password", ask)
    for _ in range(3):
        with pytest.raises(AppError, match="locked"):
            store.get()
    assert len(asked) == 1
    assert store.state() is KeyState.LOCKED
    assert len(asked) == 2
    assert store.set("sk-ant-session") is Kept.SESSION
    assert store.get() == "sk-ant-session"


@pytest.mark.logs_warnings
def test_a_keyring_that_forgets_is_not_trusted(memory, monkeypatch):
    monkeypatch.setattr(memory, "set_password", lambda *_arguments: None)
    store = KeyStore({}, lambda: memory)
    assert store.set(KEY) is Kept.SESSION
    assert store.get() == KEY
    assert store.obstacle is not None


def test_without_a_keyring_a_key_lasts_for_the_session_and_the_obstacle_says_why():
    store = KeyStore({}, lambda: None)
    assert (store.get(), store.state()) == (None, KeyState.NONE)
    assert store.set(KEY) is Kept.SESSION
    assert (store.get(), store.state()) == (KEY, KeyState.SESSION)
    assert "no keyring" in store.obstacle.what
    store.delete()
    assert (store.get(), store.state()) == (None, KeyState.NONE)


@pytest.mark.logs_warnings
def test_a_search_for_keyrings_that_fails_is_none():
    def broken():
        raise NoKeyringError("x")

    assert KeyStore({}, broken).set(KEY) is Kept.SESSION


@pytest.mark.parametrize("kind", ["fail", "null"])
def test_keyrings_that_keep_nothing_are_none(kind, monkeypatch):
    import keyring
    from keyring.backends import fail, null

    monkeypatch.setattr(keyring.core, "_keyring_backend", {"fail": fail, "null": null}[kind].Keyring())
    assert system_keyring() is None


def test_of_several_keyrings_the_first_that_the_system_keeps_is_taken(monkeypatch):
    import keyring
    from keyring.backends import SecretService, chainer, null

    class PlainFile(null.Keyring):
        __module__ = "keyrings.alt.file"

    trusted = SecretService.Keyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlainFile(), trusted])
    monkeypatch.setattr(keyring.core, "_keyring_backend", chainer.ChainerBackend())
    assert system_keyring() is trusted
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [PlainFile()])
    assert system_keyring() is None


def test_a_key_that_was_seen_is_masked_in_the_log(store):
    store.set("key-of-some-gateway")
    assert logs.redact("refused: key-of-some-gateway") == "refused: [hidden]"


def test_nothing_about_a_key_reaches_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = KeyStore({}, lambda: None)
    store.set(KEY)
    assert list(tmp_path.rglob("*")) == []
