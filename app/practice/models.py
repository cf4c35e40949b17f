"""The models that the practice service knows, and what each can do.

Taken from the model pages and the thinking table as of November 2026:
https://platform.claude.com/docs/en/about-claude/models/overview
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ADAPTIVE, BETWEEN_TOOLS, DISABLED, ENABLED = "adaptive", "between_tools", "disabled", "enabled"
EFFORTS = ("low", "medium", "high", "xhigh", "max")
LONG_OUTPUT = 300_000
LONG_OUTPUT_BETA = "output-300k-2026-03-24"
_UNKNOWN_DATE = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class PracticeModel:
    """One model. Lengths are in tokens; ``calm_only`` means effort up to "high" where thinking is off."""

    id: str
    name: str
    line: str
    context: int = 1_000_000
    max_output: int = 128_000
    thinking: frozenset[str] = frozenset({ADAPTIVE})
    thinks_unasked: bool = False
    calm_only: bool = False
    efforts: tuple[str, ...] = EFFORTS
    default_effort: str = "high"
    forced_tools: bool = True
    prefill: bool = False
    sampling: bool = False
    new_tokens: bool = True
    shows_thinking: bool = False
    min_cache: int = 512
    long_output: bool = False
    lifecycle: str = "active"
    created: str = _UNKNOWN_DATE
    retires: str | None = None
    aliases: tuple[str, ...] = field(default=())

    def info(self) -> dict[str, Any]:
        """The model as the models endpoint describes it."""
        return {
            "type": "model",
            "id": self.id,
            "display_name": self.name,
            "created_at": self.created,
            "lifecycle": self.lifecycle,
            "deprecated_at": None if self.lifecycle == "active" else _UNKNOWN_DATE,
            "retires_at": self.retires,
            "line": self.line,
            "max_input_tokens": self.context,
            "max_tokens": self.max_output,
            "capabilities": self._capabilities(),
        }

    def _capabilities(self) -> dict[str, Any]:
        yes = {"supported": True}
        efforts = {level: {"supported": level in self.efforts} for level in EFFORTS}
        kinds = (ADAPTIVE, BETWEEN_TOOLS, DISABLED, ENABLED)
        strategies = ("clear_thinking_20251015", "clear_tool_uses_20250919", "compact_20260112")
        return {
            "batch": yes,
            "citations": yes,
            "code_execution": yes,
            "context_management": {**yes, **dict.fromkeys(strategies, yes)},
            "effort": {"supported": bool(self.efforts), **efforts},
            "image_input": yes,
            "pdf_input": yes,
            "server_tools": {**yes, "web_search": yes, "code_execution": yes},
            "structured_outputs": yes,
            "thinking": {**yes, "types": {kind: {"supported": kind in self.thinking} for kind in kinds}},
        }


def _fable(version: str, name: str, *, forced_tools: bool) -> PracticeModel:
    created = "2026-11-09T00:00:00Z" if version == "5-2" else _UNKNOWN_DATE
    return PracticeModel(
        f"claude-fable-{version}", name, "fable", thinks_unasked=True, forced_tools=forced_tools, created=created
    )


def _opus_4(version: str, name: str, min_cache: int) -> PracticeModel:
    kinds = frozenset({ADAPTIVE, DISABLED})
    return PracticeModel(f"claude-opus-{version}", name, "opus", thinking=kinds, min_cache=min_cache, long_output=True)


def _4_6(line: str, name: str, min_cache: int) -> PracticeModel:
    return PracticeModel(
        f"claude-{line}-4-6",
        name,
        line,
        thinking=frozenset({ADAPTIVE, ENABLED, DISABLED}),
        efforts=("low", "medium", "high", "max"),
        sampling=True,
        new_tokens=False,
        shows_thinking=True,
        min_cache=min_cache,
        long_output=True,
    )


def _4_5(line: str, name: str, date: str, **other: Any) -> PracticeModel:
    return PracticeModel(
        f"claude-{line}-4-5-{date}",
        name,
        line,
        context=200_000,
        max_output=64_000,
        thinking=frozenset({ENABLED, DISABLED}),
        prefill=True,
        sampling=True,
        new_tokens=False,
        shows_thinking=True,
        created=f"{date[:4]}-{date[4:6]}-{date[6:]}T00:00:00Z",
        aliases=(f"claude-{line}-4-5",),
        **other,
    )


MODELS: tuple[PracticeModel, ...] = (
    _fable("5-2", "Claude Fable 5.2", forced_tools=False),
    PracticeModel(
        "claude-haiku-5-5",
        "Claude Haiku 5.5",
        "haiku",
        thinking=frozenset({ADAPTIVE, DISABLED}),
        thinks_unasked=True,
        calm_only=True,
        default_effort="medium",
        long_output=True,
        created="2026-10-07T00:00:00Z",
    ),
    PracticeModel(
        "claude-sonnet-5-5",
        "Claude Sonnet 5.5",
        "sonnet",
        thinking=frozenset({ADAPTIVE, BETWEEN_TOOLS}),
        thinks_unasked=True,
        calm_only=True,
        forced_tools=False,
        long_output=True,
        created="2026-09-28T00:00:00Z",
    ),
    PracticeModel(
        "claude-opus-5-5",
        "Claude Opus 5.5",
        "opus",
        thinks_unasked=True,
        default_effort="medium",
        forced_tools=False,
        long_output=True,
        created="2026-09-22T00:00:00Z",
    ),
    _fable("5-1", "Claude Fable 5.1", forced_tools=False),
    _fable("5", "Claude Fable 5", forced_tools=True),
    PracticeModel(
        "claude-sonnet-5",
        "Claude Sonnet 5",
        "sonnet",
        thinking=frozenset({ADAPTIVE, DISABLED}),
        thinks_unasked=True,
        min_cache=1024,
        long_output=True,
    ),
    PracticeModel(
        "claude-opus-5",
        "Claude Opus 5",
        "opus",
        thinking=frozenset({ADAPTIVE, DISABLED}),
        thinks_unasked=True,
        calm_only=True,
        long_output=True,
    ),
    _opus_4("4-8", "Claude Opus 4.8", 1024),
    _opus_4("4-7", "Claude Opus 4.7", 2048),
    _4_6("sonnet", "Claude Sonnet 4.6", 1024),
    _4_6("opus", "Claude Opus 4.6", 4096),
    _4_5("opus", "Claude Opus 4.5", "20251101", efforts=("low", "medium", "high"), min_cache=4096),
    _4_5("haiku", "Claude Haiku 4.5", "20251001", efforts=(), min_cache=4096),
    _4_5(
        "sonnet",
        "Claude Sonnet 4.5",
        "20250929",
        efforts=(),
        min_cache=1024,
        lifecycle="deprecated",
        retires="2026-11-30T00:00:00Z",
    ),
    *(
        PracticeModel(model, name, line, 200_000, 64_000, lifecycle="retired", retires=date, created=_UNKNOWN_DATE)
        for model, name, line, date in (
            ("claude-opus-4-1-20250805", "Claude Opus 4.1", "opus", "2026-08-05T00:00:00Z"),
            ("claude-opus-4-20250514", "Claude Opus 4", "opus", "2026-06-15T00:00:00Z"),
            ("claude-sonnet-4-20250514", "Claude Sonnet 4", "sonnet", "2026-06-15T00:00:00Z"),
            ("claude-3-5-haiku-20241022", "Claude Haiku 3.5", "haiku", "2026-02-19T00:00:00Z"),
        )
    ),
)
"""Newest first where the date is known, as the service lists them."""

_BY_ID = {name: model for model in MODELS for name in (model.id, *model.aliases)}


def find_model(name: object) -> PracticeModel | None:
    """The model of that id or alias, retired ones included."""
    return _BY_ID.get(name) if isinstance(name, str) else None
