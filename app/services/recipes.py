"""Recipes: those that are shipped, the user's own, and any from a file."""

from __future__ import annotations

import re
from pathlib import Path

from app.core.errors import FileError, RecipeError
from app.core.recipe import Recipe, parse_recipe, recipe_to_toml
from app.resource_files import resource
from app.system.disk import write_atomically

_LARGEST = 1024 * 1024


class Recipes:
    """Reads and writes recipe files."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is where the user's own recipes live."""
        self._folder = folder

    def built_in(self) -> list[Recipe]:
        """The shipped recipes, by name."""
        return [recipe for _path, recipe in _read_folder(resource("recipes"))]

    def mine(self) -> list[tuple[Path, Recipe]]:
        """The user's own recipes, by name; a file that can't be read is left out."""
        return _read_folder(self._folder)

    def load(self, path: Path) -> Recipe:
        """A recipe from a file. Raises RecipeError or FileError."""
        try:
            if path.stat().st_size > _LARGEST:
                raise RecipeError(
                    f"“{path.name}” is too large for a recipe.", "Nothing was sent.", "Choose another file."
                )
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise FileError(
                f"The recipe “{path}” can't be read.", "Nothing was sent.", "Check where it is.", details=str(error)
            ) from error
        except UnicodeDecodeError as error:
            raise RecipeError(
                f"“{path.name}” is not text in UTF-8.", "Nothing was sent.", "Save it as UTF-8."
            ) from error
        return parse_recipe(text, fallback_name=path.stem)

    def save(self, recipe: Recipe, path: Path | None = None) -> Path:
        """Write a recipe, among the user's own where no path is given; the file."""
        target = path or self._free(recipe.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, recipe_to_toml(recipe).encode())
        return target

    def _free(self, name: str) -> Path:
        stem = re.sub(r"[^\w\- ]+", "", name).strip()[:80] or "Recipe"
        for number in range(1, 1000):
            path = self._folder / (f"{stem}.toml" if number == 1 else f"{stem} ({number}).toml")
            if not path.exists():
                return path
        return self._folder / f"{stem}.toml"


def _read_folder(folder: Path) -> list[tuple[Path, Recipe]]:
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append((path, parse_recipe(path.read_text("utf-8"), fallback_name=path.stem)))
        except (RecipeError, OSError, UnicodeDecodeError):
            continue
    return sorted(found, key=lambda item: item[1].name.casefold())
