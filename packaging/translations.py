"""The window's texts in other languages: gathers them from the source, and compiles what was translated.

    translations.py           gathers texts into translations/*.ts, compiles resources/translations/*.qm
    translations.py --check   says what that would change, changing nothing; exit status 1 where it is something

Texts are gathered and compiled by Qt's own tools, which come with PySide6.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "translations"
COMPILED = ROOT / "resources" / "translations"
LANGUAGES = ("de",)


def main() -> int:
    """Bring everything up to date, or check that it is; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    problems = [problem for language in LANGUAGES for problem in renew(language, check=check)]
    for problem in problems:
        print(problem)
    return 1 if problems and check else 0


def renew(language: str, *, check: bool) -> list[str]:
    """Gather and compile one language; what is not as it should be (with ``check``, nothing is changed)."""
    source, compiled = SOURCES / f"batchsheet_{language}.ts", COMPILED / f"batchsheet_{language}.qm"
    with tempfile.TemporaryDirectory() as folder:
        new_source, new_compiled = Path(folder) / source.name, Path(folder) / compiled.name
        if source.exists():
            new_source.write_bytes(source.read_bytes())
        problems = gather(new_source, language)
        tool("lrelease", str(new_source), "-silent", "-qm", str(new_compiled))
        problems += [f"{source.name}: not translated: {text}" for text in unfinished(new_source)]
        for old, new in ((source, new_source), (compiled, new_compiled)):
            if old.exists() and old.read_bytes() == new.read_bytes():
                continue
            if check:
                problems.append(f"{old.relative_to(ROOT)} is not up to date: run make translations")
            else:
                old.parent.mkdir(exist_ok=True)
                # In its place, not into it: a program that runs has the old one mapped into its memory.
                beside = old.with_name(f"{old.name}.new")
                beside.write_bytes(new.read_bytes())
                beside.replace(old)
    return problems


def gather(source: Path, language: str) -> list[str]:
    """Merge the texts of the program into a .ts file; what the tool warned of."""
    files = sorted(str(path) for path in (ROOT / "app").rglob("*.py"))
    names = source.with_suffix(".lst")
    names.write_text("\n".join(files), encoding="utf-8")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    said = tool("lupdate", f"@{names}", *options, "-silent", "-ts", str(source))
    return [line for line in said.splitlines() if line.strip()]


def unfinished(source: Path) -> list[str]:
    """The texts that have no translation yet."""
    messages = ET.parse(source).getroot().iter("message")  # noqa: S314 - a file of our own
    return [
        message.findtext("source", "")
        for message in messages
        if (found := message.find("translation")) is None or found.get("type") == "unfinished"
    ]


def tool(name: str, *arguments: str) -> str:
    """Run one of Qt's tools; what it said. Raises CalledProcessError."""
    program = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    done = subprocess.run([str(program), *arguments], check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main())
