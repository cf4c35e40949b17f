"""An address that is not encrypted is said to be so before a key or a row goes there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.account import Account
from app.services.address import Address
from app.services.preferences import Preferences
from app.system.secrets import KeyStore
from app.system.settings import SettingsFile


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


def account(preferences: Preferences, *, practice: bool = False) -> Account:
    return Account(KeyStore({}, lambda: None), preferences, practice=practice)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://gateway.example", "gateway.example"),
        ("http://gateway.example:8080/v1", "gateway.example"),
        ("HTTP://Gateway.Example", "gateway.example"),
        (" http://10.0.0.7", "10.0.0.7"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("http://localhost.example", "localhost.example"),
        ("http://127.0.0.1.example", "127.0.0.1.example"),
        ("http://localhost:3000@gateway.example", "gateway.example"),
        ("https://gateway.example", ""),
        ("http://localhost:3000", ""),
        ("http://127.0.0.1:9", ""),
        ("http://127.8.8.8", ""),
        ("http://[::1]:9", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_another_computer_without_encryption_is_named(preferences: Preferences, address: str, host: str) -> None:
    preferences.save(service_address=address)
    said = str(account(preferences).address().exposed)
    assert bool(said) is bool(host)
    assert f"What goes to {host} is not encrypted" in said or not host


def test_the_environments_address_is_the_one_that_counts(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.save(service_address="http://gateway.example")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://other.example")
    assert not account(preferences).address().exposed
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://other.example")
    assert "other.example" in account(preferences).address().exposed


def test_another_address_than_anthropics_is_named_however_safe(preferences: Preferences) -> None:
    assert account(preferences).address() == Address()
    preferences.save(service_address="https://gateway.example/v1")
    assert account(preferences).address() == Address("gateway.example")


def test_practice_goes_nowhere(preferences: Preferences) -> None:
    preferences.save(service_address="http://gateway.example")
    assert account(preferences, practice=True).address() == Address()
