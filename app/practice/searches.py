"""Searches of the web, made up: what a request asks for, what was found, what that counts as.

https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.practice.wire import invalid
from app.practice.wording import MARK

TYPES = frozenset({"web_search_20250305", "web_search_20260209", "web_search_20260318"})
_MOST_UNASKED = 5
_TOKENS, _SPREAD = 5_000, 4_000
"""Tokens that a search brings in at least, and how much more it may be."""


@dataclass(frozen=True, slots=True)
class Searches:
    """How many there were, the blocks that show them, the citations that an answer has, the tokens they brought in."""

    count: int = 0
    blocks: list[dict[str, Any]] = field(default_factory=list)
    citations: list[dict[str, Any]] = field(default_factory=list)
    tokens: int = 0


_NONE = Searches()


def check_search(tool: Mapping[str, Any], where: str) -> None:
    """Check the definition of the tool. Raises ServiceError."""
    if tool.get("type") not in TYPES:
        raise invalid(f"{where}.type: this tool is not known")
    if tool.get("name") != "web_search":
        raise invalid(f"{where}.name: Input should be 'web_search'")
    most = tool.get("max_uses")
    if most is not None and (not isinstance(most, int) or isinstance(most, bool) or most < 1):
        raise invalid(f"{where}.max_uses: Input should be greater than or equal to 1")
    if tool.get("allowed_domains") and tool.get("blocked_domains"):
        raise invalid(f"{where}: allowed_domains and blocked_domains can't be used together")


def most_searches(tools: Sequence[Mapping[str, Any]]) -> int:
    """Searches that a request may take; 0 where it has no such tool."""
    found = [tool for tool in tools if str(tool.get("type")).startswith("web_search")]
    return max((int(tool.get("max_uses") or _MOST_UNASKED) for tool in found), default=0)


def made_up_searches(most: int, digest: bytes) -> Searches:
    """The same for the same request: one to as many as it may take."""
    if not most:
        return _NONE
    count = 1 + digest[1] % most
    blocks: list[dict[str, Any]] = [{"type": "text", "text": f"{MARK}: I will search for this row."}]
    pages = [f"https://example.org/practice/{digest.hex()[:8]}/{number}" for number in range(1, count + 1)]
    for number, page in enumerate(pages, 1):
        name = f"srvtoolu_01{digest.hex()[:20]}{number:02}"
        result = {
            "type": "web_search_result",
            "url": page,
            "title": f"{MARK}: page {number}",
            "encrypted_content": digest.hex(),
            "page_age": None,
        }
        blocks += [
            {"type": "server_tool_use", "id": name, "name": "web_search", "input": {"query": f"{MARK} {number}"}},
            {"type": "web_search_tool_result", "tool_use_id": name, "content": [result]},
        ]
    cited = {"type": "web_search_result_location", "encrypted_index": digest.hex(), "cited_text": MARK}
    citations = [cited | {"url": pages[-1], "title": f"{MARK}: page {count}"}]
    return Searches(count, blocks, citations, count * (_TOKENS + digest[2] * _SPREAD // 256))
