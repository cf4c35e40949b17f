from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.settings import VERSION, Settings, SettingsFile


@pytest.fixture
def file(tmp_path):
    return SettingsFile(tmp_path / "profile" / "settings.json")


def write(file, content):
    file._path.parent.mkdir(exist_ok=True)
    file._path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())


def test_without_a_file_there_are_defaults_and_no_file_appears(file):
    assert file.load() == Settings()
    assert not file._path.exists()


def test_every_setting_comes_back(file):
    settings = Settings(
        service_address="https://example.org",
        proxy="http://proxy:8080",
        ca_file="/etc/ca.pem",
        theme="dark",
        language="de",
        spending_ceiling=12.5,
        own_prices={"claude-haiku-4-5": {"input": 0.8}},
        last_folder="/home/ä/Tabellen \udcff",
        look_for_updates=True,
        updates_looked_at=1.5,
        updates_found='{"version": "1.0"}',
        window_geometry="AAAA",
        last_job="abcdefgh",
        last_page="prompt",
        places={"promptSides": "3,4"},
    )
    defaults = Settings()
    assert all(getattr(settings, each.name) != getattr(defaults, each.name) for each in fields(settings)[:-2])
    file.save(settings)
    assert file.load() == settings


def test_what_a_newer_program_wrote_is_kept(file):
    write(file, {"version": VERSION + 1, "theme": "dark", "colour_of_tabs": {"a": [1]}})
    file.change(theme="light")
    assert json.loads(file._path.read_text()) | {} == {
        **{each.name: getattr(Settings(), each.name) for each in fields(Settings) if each.name != "unknown"},
        "version": VERSION + 1,
        "theme": "light",
        "colour_of_tabs": {"a": [1]},
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("theme", ["dark"]),
        ("proxy", 8080),
        ("spending_ceiling", -1),
        ("spending_ceiling", 0),
        ("spending_ceiling", True),
        ("spending_ceiling", float("nan")),
        ("spending_ceiling", "12"),
        ("last_folder", None),
        ("version", "1"),
    ],
)
def test_a_value_that_makes_no_sense_is_its_default_and_the_rest_counts(file, name, value):
    write(file, {"service_address": "https://example.org", name: value})
    assert file.load() == Settings(service_address="https://example.org")


@pytest.mark.logs_warnings
@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'"text"'])
def test_a_file_that_is_no_settings_is_set_aside_not_lost(file, content):
    write(file, content)
    assert file.load() == Settings()
    assert file._path.with_suffix(".unreadable.json").read_bytes() == content
    file.save(Settings(theme="dark"))
    assert file.load().theme == "dark"


def test_a_change_builds_on_what_another_window_wrote(file, tmp_path):
    other = SettingsFile(file._path)
    file.load()
    other.change(proxy="http://proxy")
    file.change(theme="dark")
    assert other.load() == replace(Settings(), proxy="http://proxy", theme="dark")


def test_an_unknown_setting_cannot_be_changed(file):
    with pytest.raises(TypeError):
        file.change(them="dark")


@given(
    st.dictionaries(
        st.text() | st.sampled_from([each.name for each in fields(Settings)]),
        st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=3),
    )
)
def test_whatever_stands_there_loads_and_saves(tmp_path_factory, found):
    file = SettingsFile(tmp_path_factory.mktemp("settings") / "settings.json")
    write(file, found)
    settings = file.load()
    file.save(settings)
    again = file.load()
    assert repr(again) == repr(settings)
