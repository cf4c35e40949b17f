"""Documents and pictures as the blocks of content that a request has for them.

https://platform.claude.com/docs/en/build-with-claude/vision#base64-encoded-image-example
https://platform.claude.com/docs/en/build-with-claude/pdf-support#option-2-base64-encoded-pdf-document
https://platform.claude.com/docs/en/build-with-claude/files
"""

from __future__ import annotations

import base64

import orjson

from app.core.attachment import Attachment, AttachmentKind

_KEPT = b',"cache_control":{"type":"ephemeral","ttl":"1h"}'


def content_block(found: Attachment, content: bytes | str, *, kept: bool = False) -> bytes:
    """A block as JSON; ``content`` is the file's bytes, of a text its UTF-8, or the id of what was uploaded.

    With ``kept``, all of a request up to here is to be kept at the service for reuse.
    """
    after = _KEPT if kept else b""
    if isinstance(content, str):
        kind = "image" if found.kind is AttachmentKind.PICTURE else "document"
        return orjson.dumps({"type": kind, "source": {"type": "file", "file_id": content}})[:-1] + after + b"}"
    if found.kind is AttachmentKind.TEXT:
        source: dict[str, object] = {"type": "text", "media_type": found.media_type, "data": content.decode()}
        return orjson.dumps({"type": "document", "source": source})[:-1] + after + b"}"
    block = b"image" if found.kind is AttachmentKind.PICTURE else b"document"
    # Put together by hand: base64 needs no escapes, and a second copy of 30 MB would be made to find none.
    head = (
        b'{"type":"' + block + b'","source":{"type":"base64","media_type":"' + found.media_type.encode() + b'","data":"'
    )
    return head + base64.b64encode(content) + b'"}' + after + b"}"
