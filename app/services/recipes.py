"""Recipes: those that are shipped, the user's own, and any from a file."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from app.batch_api.models import find_model
from app.core.errors import FileError, RecipeError
from app.core.prompt_import import ImportedPrompt, fitted, import_prompt
from app.core.recipe import Recipe
from app.core.recipe_file import parse_recipe, recipe_to_toml
from app.core.words import tr
from app.resource_files import resource
from app.system.disk import write_atomically

_LARGEST = 1024 * 1024
_STEM = 200
"""Bytes of a file's name, its ending aside: systems take 255, and a Japanese character is three of them."""


class Recipes:
    """Reads and writes recipe files."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        """``folder`` is where the user's own recipes live, their earlier versions below it."""
        self._folder = folder
        self._clock = clock

    def built_in(self) -> list[Recipe]:
        """The shipped recipes, by name."""
        return [recipe for _path, recipe in _read_folder(resource("recipes"))]

    def mine(self) -> list[tuple[Path, Recipe]]:
        """The user's own recipes, by name; a file that can't be read is left out."""
        return _read_folder(self._folder)

    def load(self, path: Path) -> Recipe:
        """A recipe from a file; the documents that it names and that lie beside it are named in full.

        Raises RecipeError or FileError.
        """
        recipe = parse_recipe(_text_of(path), fallback_name=path.stem)
        return replace(recipe, reference=tuple(_beside(name, path.absolute().parent) for name in recipe.reference))

    def open(self, path: Path, columns: Sequence[str] = ()) -> ImportedPrompt:
        """A recipe's file, or a prompt in another form: its variables become the columns that they surely mean.

        Raises RecipeError or FileError.
        """
        if path.suffix.casefold() == ".toml":
            return ImportedPrompt(self.load(path))
        found = import_prompt(_text_of(path), name=path.stem)
        recipe, left_out = fitted(found.recipe, columns), found.left_out
        model = find_model(recipe.model)
        if model is None:
            left_out += (tr("the model {name}", name=recipe.model),)
            recipe, model = replace(recipe, model=Recipe().model), find_model(Recipe().model)
        most = model.most_answer if model else recipe.longest_answer
        return ImportedPrompt(replace(recipe, longest_answer=min(recipe.longest_answer, most)), left_out)

    def save(self, recipe: Recipe, path: Path | None = None) -> Path:
        """Write a recipe, among the user's own where no path is given; the file.

        One of the user's own of that name is replaced, and kept as an earlier version. Raises FileError.
        """
        target = path or self._of_name(recipe.name) or self._free(recipe.name)
        text = recipe_to_toml(recipe).encode()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.parent == self._folder:
                self._keep(target, text)
            write_atomically(target, text)
        except OSError as error:
            raise FileError(
                tr("The recipe could not be written."),
                tr("Earlier ones are as they were, and the job keeps its prompt."),
                tr("Make room on the disk, and save it again."),
                details=str(error),
            ) from error
        return target

    def versions(self, name: str) -> list[tuple[float, Recipe]]:
        """Earlier versions of one of the user's own recipes: when each was replaced, the newest first."""
        current = self._of_name(name)
        if current is None:
            return []
        found = [(_replaced_at(path), recipe) for path, recipe in _read_folder(self._versions_of(current))]
        return sorted(found, key=lambda version: version[0], reverse=True)

    def _keep(self, target: Path, text: bytes) -> None:
        """Lay what a file holds beside it before something else takes its place."""
        try:
            before = target.read_bytes()
        except OSError:
            return
        if before == text:
            return
        folder = self._versions_of(target)
        folder.mkdir(parents=True, exist_ok=True)
        moment = int(self._clock() * 1000)
        while (kept := folder / f"{moment}.toml").exists():
            moment += 1
        write_atomically(kept, before)

    def _versions_of(self, path: Path) -> Path:
        return self._folder / "versions" / path.stem

    def _of_name(self, name: str) -> Path | None:
        same = (path for path, recipe in self.mine() if recipe.name.casefold() == name.casefold())
        return next(same, None)

    def _free(self, name: str) -> Path:
        stem = re.sub(r"[^\w\- ]+", "", name).strip()[:80].encode()[:_STEM].decode(errors="ignore") or "Recipe"
        for number in range(1, 1000):
            path = self._folder / (f"{stem}.toml" if number == 1 else f"{stem} ({number}).toml")
            if not path.exists():
                return path
        return self._folder / f"{stem}.toml"


def _beside(name: str, folder: Path) -> str:
    try:
        return str(folder / name) if (folder / name).is_file() else name
    except (OSError, ValueError):  # no name that a file could have
        return name


def _replaced_at(path: Path) -> float:
    return int(path.stem) / 1000 if path.stem.isdigit() else 0.0


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise RecipeError(
                tr("“{name}” is too large for a recipe.", name=path.name),
                tr("Nothing was sent."),
                tr("Choose another file."),
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FileError(
            tr("The recipe “{path}” can't be read.", path=path),
            tr("Nothing was sent."),
            tr("Check where it is."),
            details=str(error),
        ) from error
    except UnicodeDecodeError as error:
        raise RecipeError(
            tr("“{name}” is not text in UTF-8.", name=path.name), tr("Nothing was sent."), tr("Save it as UTF-8.")
        ) from error


def _read_folder(folder: Path) -> list[tuple[Path, Recipe]]:
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append((path, parse_recipe(path.read_text("utf-8"), fallback_name=path.stem)))
        except (RecipeError, OSError, UnicodeDecodeError):
            continue
    return sorted(found, key=lambda item: item[1].name.casefold())
