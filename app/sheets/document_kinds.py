"""What a document is by its name, and which files of a folder are not documents."""

from __future__ import annotations

import os
import stat
from pathlib import PurePath

_KINDS = {
    "PDF": "pdf",
    "Word document": "doc docx docm dot dotx odt rtf pages",
    "Spreadsheet": "xls xlsx xlsm xlsb xlt xltx ods csv tsv numbers",
    "Presentation": "ppt pptx pptm pps ppsx odp key",
    "Text": "txt md markdown rst log tex",
    "Picture": "png jpg jpeg jpe jfif gif webp bmp tif tiff heic heif avif svg",
    "E-mail": "eml msg",
    "Web page": "htm html mht mhtml xhtml",
    "Data": "json jsonl xml yaml yml toml sql parquet",
    "Sound": "mp3 wav m4a ogg oga flac aac wma",
    "Video": "mp4 mov avi mkv webm wmv m4v mpg mpeg",
    "Archive": "zip 7z rar gz tgz bz2 xz tar",
    "E-book": "epub mobi azw3",
}
_BY_ENDING = {ending: kind for kind, endings in _KINDS.items() for ending in endings.split()}

_SYSTEM = frozenset(
    {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "$recycle.bin", "system volume information", "__macosx"}
)
_HIDDEN_ON_WINDOWS = 0x2 | 0x4  # FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM


def kind_of_document(name: str) -> str:
    """A file's kind in plain words, by the ending of its name."""
    ending = PurePath(name).suffix[1:]
    known = _BY_ENDING.get(ending.lower())
    if known:
        return known
    plain = ending.isascii() and ending.isalnum() and len(ending) <= 8
    return f"{ending.upper()} file" if plain else "File"


def is_left_out(name: str, found: os.stat_result | None) -> bool:
    """Whether a file or folder is hidden, temporary, or the system's own: nobody means it by "my documents".

    ``found`` is what the system says of it, where that is known.
    """
    # Office and LibreOffice lay such beside a document that is open.
    beside = name.startswith(("~$", ".~lock.")) or (name.startswith("~") and name.lower().endswith(".tmp"))
    if name.startswith(".") or beside or name.lower() in _SYSTEM:
        return True
    attributes = getattr(found, "st_file_attributes", 0)
    flags = getattr(found, "st_flags", 0)
    return bool(attributes & _HIDDEN_ON_WINDOWS or flags & stat.UF_HIDDEN)
