"""What Shiboken knows of signatures, read when one is first asked for."""

from __future__ import annotations

import sys
import threading
from types import CodeType, ModuleType
from typing import Any

_BOOTSTRAP = "signature_bootstrap"
_LATE = {
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "mapping", "parser")
}
_STUB = """
def __getattr__(name):
    from app.ui.signatures import look_up
    return look_up(globals(), name)

def update_mapping():
    return __getattr__("update_mapping")()
"""
"""With the one name that Shiboken looks up by itself, and not as Python does."""

_sources: dict[str, bytes] = {}
_reading = threading.RLock()


def read_late() -> None:
    """Spare the start a part of Shiboken that words errors and help; called before Qt is imported for the first time.

    WORKAROUND: Shiboken carries these modules as sources, zipped, and compiles them at each start, which is a fourth of
    what a bare window of Qt takes. It does so in a module that it makes under this name, or finds.
    """
    if "shiboken6" not in sys.modules:
        module = sys.modules[_BOOTSTRAP] = ModuleType(_BOOTSTRAP)
        vars(module)["compile"] = _compile


def _compile(source: bytes, file: str, mode: str) -> CodeType:
    if file in _LATE:
        _sources[file] = source
        return compile(_STUB, file, mode)
    return compile(source, file, mode)


def look_up(module: dict[str, Any], name: str) -> object:
    """A name in one of these modules, which is read for the first of them.

    Raises `AttributeError` where the module has no such name.
    """
    with _reading:
        file = module["__file__"]
        source = _sources.pop(file, None)
        if source is not None:
            exec(compile(source, file, "exec"), module)  # noqa: S102 - Shiboken's own, as it does itself
    try:
        return module[name]
    except KeyError:
        raise AttributeError(name) from None
