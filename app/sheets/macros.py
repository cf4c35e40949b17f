"""An ordinary workbook of one with macros, or of a template: what has to go, and what has to be said otherwise."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from app.core.errors import FileError
from app.core.words import tr
from app.sheets import problems
from app.sheets.package import Package

_CONTENT_TYPES = "[Content_Types].xml"
_ORDINARY = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OTHERS = re.compile(
    r"application/vnd\.(?:ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml"
    r"|openxmlformats-officedocument\.spreadsheetml\.template\.main\+xml)"
)
_DEFAULT = re.compile(r"""<(?:[\w.-]+:)?Default\b[^<>]*"application/vnd\.ms-office\.vbaProject"[^<>]*/>""")
_ATTRIBUTES = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""


class Macros:
    """Macros of a workbook. ``parts`` hold them and nothing else."""

    def __init__(self, package: Package) -> None:
        self._package = package
        project = [part for kind, part in package.relations(package.workbook_part).values() if kind == "vbaProject"]
        self.parts = [part for project_part in project for part in self._with_its_own(project_part)]

    def _with_its_own(self, part: str) -> Iterator[str]:
        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", name + ".rels")
        for found in (part, own, *(target for _kind, target in self._package.relations(part).values())):
            if self._package.has(found):
                yield found

    def notes(self) -> list[str]:
        """What the user should know of a copy without them. Raises FileError where there can be none."""
        kinds = {kind.lower() for kind, _part in self._package.relations(self._package.workbook_part).values()}
        if "xlmacrosheet" in kinds or "xlintlmacrosheet" in kinds:
            raise FileError(
                tr("“{name}” has sheets of macros, which an .xlsx can't hold.", name=self._package.path.name),
                problems.NOTHING_WRITTEN,
                tr("Export to .xlsm."),
            )
        return [tr("The macros were left out: an .xlsx can't hold any. The .xlsm keeps them.")] if self.parts else []

    def edits(self) -> dict[str, Callable[[str], str]]:
        """How parts that speak of macros change, by part."""
        names = {part.lower() for part in self.parts}

        def types(xml: str) -> str:
            def without(match: re.Match[str]) -> str:
                name = re.search(r"""\bPartName\s*=\s*["']/([^"']*)["']""", match[0])
                return "" if name and name[1].lower() in names else match[0]

            xml = re.sub(rf"<(?:[\w.-]+:)?Override\b{_ATTRIBUTES}/>", without, xml)
            return _OTHERS.sub(_ORDINARY, _DEFAULT.sub("", xml))

        def relations(xml: str) -> str:
            def without(match: re.Match[str]) -> str:
                return "" if re.search(r"""/vbaProject["']""", match[0]) else match[0]

            return re.sub(rf"<(?:[\w.-]+:)?Relationship\b{_ATTRIBUTES}/>", without, xml)

        found: dict[str, Callable[[str], str]] = {_CONTENT_TYPES: types}
        if self.parts:
            found[self._package.workbook_relations] = relations
        return found
