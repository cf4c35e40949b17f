"""Recipes as files, the key and where it goes, and settings that are on disk when they are said to be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import Code, FileError, NeedsUser, RecipeError, ServiceTrouble
from app.core.recipe import Recipe
from app.services.account import Account
from app.services.preferences import Preferences
from app.services.recipes import Recipes
from app.services.tasks import Cancelled, TaskControl
from app.system.secrets import KeyStore
from app.system.settings import SettingsFile
from tests.stand_in import behaviours as be
from tests.stand_in.stand_in import StandIn

MINE = Recipe(name="Mine: 50% off / all", prompt="Say something about {{Name}}.")


@pytest.fixture
def stand_in(tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(tmp_path / "stand-in", key="practice-key-of-sixteen-and-more") as found:
        yield found


class Keyring:
    """A keyring in memory, which can be locked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.kept[service, username]

    def _check(self) -> None:
        if self.locked:
            raise RuntimeError("locked")


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def make(keyring: Keyring, preferences: Preferences) -> Callable[..., Account]:
    def account(environment: dict[str, str] | None = None, *, ring: bool = True) -> Account:
        return Account(KeyStore(environment or {}, lambda: keyring if ring else None), preferences)

    return account


# Recipes ------------------------------------------------------------------------------------


def test_shipped_recipes_can_be_used(tmp_path: Path) -> None:
    names = [recipe.name for recipe in Recipes(tmp_path).built_in()]
    assert names
    assert names == sorted(names, key=str.casefold)


def test_a_recipe_of_ones_own_comes_back(tmp_path: Path) -> None:
    recipes = Recipes(tmp_path / "recipes")
    assert recipes.mine() == []
    path = recipes.save(MINE)
    assert path.parent == tmp_path / "recipes"
    assert recipes.load(path) == MINE
    assert recipes.mine() == [(path, MINE)]
    assert recipes.save(MINE) == path
    assert recipes.save(MINE, path) == path
    assert recipes.mine() == [(path, MINE)]
    assert recipes.versions(MINE.name) == []


def test_earlier_versions_are_kept_and_can_be_brought_back(tmp_path: Path) -> None:
    moments = iter((1000.5, 1000.5, 2000.0))
    recipes = Recipes(tmp_path, lambda: next(moments))
    texts = [replace(MINE, prompt=f"Version {number} {{{{Name}}}}") for number in range(3)]
    paths = {recipes.save(recipe) for recipe in texts}
    assert len(paths) == 1
    assert recipes.mine() == [(paths.pop(), texts[2])]
    assert recipes.versions(MINE.name.upper()) == [(1000.501, texts[1]), (1000.5, texts[0])]
    recipes.save(texts[0])
    assert [recipe for _path, recipe in recipes.mine()] == [texts[0]]
    assert recipes.versions(MINE.name)[0] == (2000.0, texts[2])
    assert recipes.versions("No such recipe") == []


def test_a_name_of_many_characters_has_room_in_its_file_name(tmp_path: Path) -> None:
    recipes, name = Recipes(tmp_path / "recipes"), "苦情の一覧を種類ごとに分ける" * 8
    for prompt in ("One", "Two"):
        recipes.save(Recipe(name=name, model="claude-haiku-5-5", prompt=prompt, longest_answer=100))
    assert [(one.name, one.prompt) for _path, one in recipes.mine()] == [(name, "Two")]
    assert len(recipes.versions(name)) == 1


def test_a_recipe_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "recipes").write_text("no folder")
    with pytest.raises(FileError, match="could not be written"):
        Recipes(tmp_path / "recipes").save(
            Recipe(name="Mine", model="claude-haiku-5-5", prompt="One", longest_answer=100)
        )


def test_two_recipes_whose_names_make_one_file_name_stay_apart(tmp_path: Path) -> None:
    recipes = Recipes(tmp_path)
    first = recipes.save(Recipe(name="A/B", prompt="x"))
    assert recipes.save(Recipe(name="A?B", prompt="y")) != first
    assert len(recipes.mine()) == 2


def test_a_prompt_from_elsewhere_is_opened_as_a_recipe(tmp_path: Path) -> None:
    recipes = Recipes(tmp_path / "recipes")
    kept = {
        "model": "claude-3-opus-20240229",
        "max_tokens": 999_999,
        "messages": [{"role": "user", "content": "{{MY_NAME}}"}],
    }
    (tmp_path / "old.json").write_text(json.dumps(kept), encoding="utf-8")
    found = recipes.open(tmp_path / "old.json", ["My name"])
    assert found.recipe == Recipe(name="old", prompt="{{My name}}", longest_answer=300_000)
    assert found.left_out == ("the model claude-3-opus-20240229",)
    path = recipes.save(MINE)
    assert recipes.open(path).recipe == MINE
    with pytest.raises(FileError):
        recipes.open(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("name", ["../../elsewhere", "", "con/aux", "a" * 300, ".hidden", "\u202eevil"])
def test_a_name_leads_to_no_other_folder(tmp_path: Path, name: str) -> None:
    recipes = Recipes(tmp_path / "recipes")
    path = recipes.save(Recipe(name=name, prompt="x"))
    assert path.parent == tmp_path / "recipes"
    assert path.suffix == ".toml"
    assert [found.name for found in tmp_path.iterdir()] == ["recipes"]


def test_files_that_are_no_recipes_are_left_out_and_told_when_opened(tmp_path: Path) -> None:
    recipes = Recipes(tmp_path)
    good = recipes.save(MINE)
    (tmp_path / "broken.toml").write_text("format = = 1", encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')
    (tmp_path / "large.toml").write_bytes(b"#" * (1024 * 1024 + 1))
    assert [path for path, _recipe in recipes.mine()] == [good]
    for name in ("broken.toml", "latin.toml", "large.toml"):
        with pytest.raises(RecipeError):
            recipes.load(tmp_path / name)
    with pytest.raises(FileError):
        recipes.load(tmp_path / "nowhere.toml")


# The key -------------------------------------------------------------------------------------


def test_without_a_key_there_is_no_connection(make: Callable[..., Account]) -> None:
    account = make()
    assert not account.has_key()
    assert account.key_state().kind == "none"
    with pytest.raises(NeedsUser) as caught:
        account.connection()
    assert caught.value.code is Code.NO_KEY


def test_a_key_is_checked_and_then_kept(
    make: Callable[..., Account], keyring: Keyring, preferences: Preferences, stand_in: StandIn
) -> None:
    preferences.save(service_address=stand_in.url)
    account = make()
    told: list[str] = []
    account.on_change(lambda: told.append("changed"))
    state = account.set_key(f"  {stand_in.key}\n")(TaskControl())
    assert state.kind == "keyring"
    assert stand_in.key not in state.shown
    assert state.shown.endswith(stand_in.key[-4:])
    assert list(keyring.kept.values()) == [stand_in.key]
    assert told == ["changed"]
    assert account.connection().api_key == stand_in.key
    assert account.connection().base_url == stand_in.url
    account.forget_key()
    assert (keyring.kept, account.has_key(), len(told)) == ({}, False, 2)


@pytest.mark.parametrize("status", [401, 403, 500])
def test_a_key_that_does_not_pass_is_not_kept(
    make: Callable[..., Account], keyring: Keyring, preferences: Preferences, stand_in: StandIn, status: int
) -> None:
    preferences.save(service_address=stand_in.url)
    for call in ("GET /v1/models", "POST /v1/messages/count_tokens", "GET /v1/messages/batches"):
        stand_in.on(call, be.Status(status))
    account = make()
    with pytest.raises(ServiceTrouble):
        account.set_key(stand_in.key)(TaskControl())
    assert keyring.kept == {}
    assert not account.has_key()


def test_a_check_that_is_stopped_keeps_nothing(
    make: Callable[..., Account], keyring: Keyring, preferences: Preferences, stand_in: StandIn
) -> None:
    preferences.save(service_address=stand_in.url)
    control = TaskControl()
    control.stop()
    with pytest.raises(Cancelled):
        make().set_key(stand_in.key)(control)
    assert keyring.kept == {}


def test_without_a_keyring_a_key_is_kept_for_the_session(
    make: Callable[..., Account], preferences: Preferences, stand_in: StandIn
) -> None:
    preferences.save(service_address=stand_in.url)
    account = make(ring=False)
    assert account.set_key(stand_in.key)(TaskControl()).kind == "session"
    assert account.key_state().kind == "session"
    assert "no keyring" in account.key_state().message
    assert account.has_key()
    assert not make(ring=False).has_key()


@pytest.mark.logs_warnings
def test_a_key_that_a_locked_keyring_does_not_take_is_said_to_be_kept_for_that_reason(
    make: Callable[..., Account], preferences: Preferences, keyring: Keyring, stand_in: StandIn
) -> None:
    preferences.save(service_address=stand_in.url)
    keyring.locked = True
    kept = make().set_key(stand_in.key)(TaskControl())
    assert kept.kind == "session"
    assert kept.message.startswith("The system's keyring is locked")
    assert "no keyring" not in kept.message


@pytest.mark.logs_warnings
def test_a_locked_keyring_is_said_to_be_so(make: Callable[..., Account], keyring: Keyring) -> None:
    keyring.locked = True
    account = make()
    assert account.key_state().kind == "locked"
    assert not account.has_key()
    with pytest.raises(NeedsUser):
        account.connection()


def test_the_environments_key_comes_first_and_is_never_stored(
    make: Callable[..., Account],
    keyring: Keyring,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    keyring.kept["Batchsheet", "Anthropic API key"] = "sk-ant-stored-key-1234"
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    preferences.save(service_address="http://127.0.0.1:10", proxy="http://127.0.0.1:11")
    account = make({"ANTHROPIC_API_KEY": "sk-ant-environment-5678"})
    connection = account.connection()
    assert connection.api_key == "sk-ant-environment-5678"
    assert connection.base_url == "http://127.0.0.1:9"
    assert connection.proxy == "http://127.0.0.1:11"
    assert "sk-ant" not in repr(connection)
    assert account.key_state().kind == "environment"
    assert list(keyring.kept.values()) == ["sk-ant-stored-key-1234"]
    assert "environment-5678" not in (tmp_path / "settings.json").read_text(encoding="utf-8")


# Settings ------------------------------------------------------------------------------------


def test_settings_are_on_disk_when_saved(tmp_path: Path, preferences: Preferences) -> None:
    assert preferences.get().theme == "system"
    preferences.save(theme="dark", spending_ceiling=12.5)
    preferences.save(last_folder="/somewhere")
    again = Preferences(SettingsFile(tmp_path / "settings.json")).get()
    assert (again.theme, again.spending_ceiling, again.last_folder) == ("dark", 12.5, "/somewhere")


def test_what_is_on_disk_already_is_not_written_again(tmp_path: Path, preferences: Preferences) -> None:
    preferences.save(theme="dark")
    (file,) = tmp_path.rglob("settings.json")
    before = file.stat().st_ino
    preferences.save(theme="dark")
    assert file.stat().st_ino == before
    preferences.save(theme="light")
    assert file.stat().st_ino != before


def test_an_unknown_setting_is_a_fault_and_changes_nothing(tmp_path: Path, preferences: Preferences) -> None:
    preferences.save(theme="dark")
    with pytest.raises(TypeError):
        preferences.save(colour="red")
    assert Preferences(SettingsFile(tmp_path / "settings.json")).get().theme == "dark"


def test_settings_that_could_not_be_written_are_not_taken_for_kept(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.system.settings.write_atomically", full)
    with pytest.raises(NeedsUser) as caught:
        preferences.save(theme="dark")
    assert caught.value.code is Code.DISK_FULL
    assert preferences.get().theme == "system"


def test_practice_does_not_even_look_for_a_key(tmp_path: Path) -> None:
    """A keyring that is looked into may be locked, and ask for its password."""

    def looked() -> None:
        raise AssertionError("the keyring was looked for")

    keys = KeyStore({"ANTHROPIC_API_KEY": "sk-ant-somebody-pays"}, looked)
    account = Account(keys, Preferences(SettingsFile(tmp_path / "settings.json")), practice=True)
    state = account.key_state()
    assert (state.kind, state.shown) == ("none", "")
