"""Answers for which the model searched the web: which of it is the answer, what it rests on, what went wrong.

https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool#response
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.core.words import tr

RESULT = "web_search_tool_result"
_MOST_SOURCES = 20
_NOT_AMISS = frozenset({"max_uses_exceeded"})
"""Errors that only say that the model has come to the searches it may take."""


def after_search(blocks: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The blocks after the last search; all where there is none."""
    last = max((place for place, block in enumerate(blocks) if block.get("type") == RESULT), default=-1)
    return blocks[last + 1 :]


def search_trouble(content: Any) -> str:
    """What to say of an answer all of whose searches failed, so that it rests on nothing from the web; "" of others."""
    if not isinstance(content, list):
        return ""
    found = [block.get("content") for block in content if isinstance(block, dict) and block.get("type") == RESULT]
    codes = [str(one.get("error_code")) for one in found if isinstance(one, dict)]
    amiss = [code for code in codes if code not in _NOT_AMISS]
    if not amiss or len(codes) < len(found):
        return ""
    return tr("The web could not be searched ({code}), and the answer was written without it.", code=amiss[0])


def sources(content: Any) -> list[tuple[str, str]]:
    """The pages that an answer cites, each once: title and address."""
    found: dict[str, str] = {}
    for block in content if isinstance(content, list) else ():
        cited = block.get("citations") if isinstance(block, dict) else None
        for one in cited if isinstance(cited, list) else ():
            if isinstance(one, dict) and isinstance(one.get("url"), str):
                found.setdefault(one["url"], str(one.get("title") or ""))
    return [(title, url) for url, title in found.items()][:_MOST_SOURCES]


def with_sources(text: str, content: Any) -> str:
    """An answer followed by the pages that it cites; the same where it cites none."""
    found = sources(content)
    if not found:
        return text
    lines = [f"{title} – {url}" if title else url for title, url in found]
    return "\n".join([text, "", "Sources:", *lines])
