"""Harm done to bytes, to texts and to the parts of packed files, all of it decided by a random.Random."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

TOKENS = (
    "", "0", "-1", "1", "1048576", "1048577", "16384", "2147483648", "4294967296",
    "9223372036854775807", "9" * 400, "1e999", "NaN", "-0", "0.1",
    "A1", "A0", "XFD1048576", "XFE1", "ZZZZZZ1", "A1:A1", "A1:XFD1048576", "B2:A1", "$A$1", "=1+1", "#REF!",
    "&#0;", "&#xD800;", "&#x1F600;", "&amp;", "&", "<", ">", "]]>", "<![CDATA[x]]>", "<!-- x -->", "<?x y?>", "<c/>",
    '<c r="A1"><v>1</v></c>', "<row/>", '<row r="0"/>', "<v>", "</v>", "<is><t>x</t></is>", '<t xml:space="preserve"> </t>',
    ' t="s"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="str"', ' t="d"', ' s="99999"', ' r=""', ' spans="1:1"',
    "_x0000_", "_x005F_", "\x00", "\ufffe", "\ud7ff", "é", "😀", "\u2028", "\t", "\r", "\n", "\r\n", '"', '""', "'", ",", ";",
    "|", "\\", "{{", "}}", "{{a}}", "{", "}", "[", "]", "null", "true", "[]", "{}", '{"a":1}', "1.5", "2020-02-30", "../../x",
    "/etc/passwd", "C:\\x", "utf-16", "no-such-encoding", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "x" * 70_000,
)  # fmt: skip

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTED = re.compile(r'"[^"]*"')


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """One to four places of it changed: bits, bytes, pieces cut out, doubled, moved, or the end lost."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(found) + 1)
        piece = chance.randint(1, max(1, min(64, len(found) // 4)))
        match chance.randrange(7):
            case 0 if found:
                place %= len(found)
                found[place] ^= 1 << chance.randrange(8)
            case 1:
                found[place : place + 1] = bytes([chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))])
            case 2:
                del found[place : place + piece]
            case 3:
                found[place:place] = found[place : place + piece]
            case 4:
                found[place:place] = chance.choice(TOKENS)[:200].encode("utf-8", "surrogatepass")
            case 5:
                found[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80", b"\1\0\0\0"))
            case _:
                del found[place:]
    return bytes(found)


def text_changed(chance: random.Random, text: str) -> str:
    """One to four places of it changed, most of them so that it stays a text of its kind."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        piece = chance.randint(1, max(1, min(80, len(text) // 3)))
        token = chance.choice(TOKENS)
        match chance.randrange(8):
            case 0:
                text = text[:place] + text[place + piece :]
            case 1:
                text = text[:place] + text[place : place + piece] + text[place:]
            case 2:
                text = text[:place] + token + text[place:]
            case 3:
                text = _one_replaced(chance, _NUMBER, text, token)
            case 4:
                text = _one_replaced(chance, _QUOTED, text, f'"{token}"')
            case 5:
                other = chance.randrange(len(text) + 1)
                text = text[:place] + text[other : other + piece] + text[place + piece :]
            case 6:
                text = (
                    text[:place] + chr(chance.choice((0, 9, 0x1B, 0x85, 0xA0, 0x202E, 0xFFFF, 0x1F600))) + text[place:]
                )
            case _:
                text = text[:place]
    return text


def _one_replaced(chance: random.Random, pattern: re.Pattern[str], text: str, token: str) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + token + text[one.end() :]


def zip_changed(chance: random.Random, data: bytes, parts: Sequence[str]) -> bytes:
    """A part of a packed file changed, lost, doubled or renamed; now and then the packing itself.

    ``parts`` are pieces of the names of those that are changed most.
    """
    if not chance.randrange(8):
        return bytes_changed(chance, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    likely = [name for name in content if any(part in name for part in parts)]
    for _ in range(chance.choice((1, 1, 1, 2))):
        name = chance.choice(likely if likely and chance.randrange(6) else list(content))
        _part_changed(chance, content, name)
        if name not in content:
            break
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as archive:
        for name, one in content.items():
            archive.writestr(name, one)
    return packed.getvalue()


def _part_changed(chance: random.Random, content: dict[str, bytes], name: str) -> None:
    match chance.randrange(12):
        case 0:
            del content[name]
        case 1:
            content[chance.choice(("../x", "/x", name.upper(), name + "/", "xl\\x", ""))] = content.pop(name)
        case 2:
            content[name] = bytes_changed(chance, content[name])
        case 3:
            content[name] = content[chance.choice(list(content))]
        case 4:
            content[name] = (
                content[name].decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-8-sig", "utf-32")))
            )
        case _:
            text = content[name].decode("utf-8", "replace")
            content[name] = text_changed(chance, text).encode("utf-8", "surrogatepass")


Change = Callable[[random.Random, bytes], bytes]


def as_text(chance: random.Random, data: bytes) -> bytes:
    """A text file changed: its text mostly, now and then its bytes or its encoding."""
    choice = chance.randrange(8)
    if choice == 0:
        return bytes_changed(chance, data)
    text = text_changed(chance, data.decode("utf-8", "replace"))
    encoding = "utf-8" if choice > 1 else chance.choice(("utf-16", "utf-8-sig", "cp1252", "utf-16-le", "shift_jis"))
    return text.encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")
