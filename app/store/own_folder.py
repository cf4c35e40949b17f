"""Where the documents that a table's rows name are looked for."""

from __future__ import annotations

from pathlib import PurePath

from app.core.table import SheetInfo, SourceKind


def own_folder(info: SheetInfo) -> str:
    """The folder that a table's documents lie in unless the user says otherwise; "" where it has none."""
    match info.kind:
        case SourceKind.FOLDER:
            return info.path
        case SourceKind.FILES:
            return str(PurePath(info.files[0]).parent) if info.files else ""
        case SourceKind.FILE:
            return str(PurePath(info.path).parent)
        case SourceKind.PASTED:
            return ""
