"""What the service refuses in the parameters of a message: 400 at once, an errored row in a batch.

Sampling parameters since version 2026-10-21: https://platform.claude.com/docs/en/api/versioning
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.practice.models import (
    ADAPTIVE,
    BETWEEN_TOOLS,
    DISABLED,
    EFFORTS,
    ENABLED,
    LONG_OUTPUT,
    LONG_OUTPUT_BETA,
    PracticeModel,
    find_model,
)
from app.practice.schemas import SchemaCheck
from app.practice.searches import check_search
from app.practice.tokens import what_file
from app.practice.wire import invalid, not_found

SAMPLING = ("temperature", "top_p", "top_k")
NO_SAMPLING_SINCE = "2026-10-21"
SERVER_TOOL_USE = "server_tool_use"
MIN_BUDGET = 1_024
MAX_BREAKPOINTS = 4
_COUNTED_KEYS = "cache_control inference_geo messages model output_config speed system thinking tool_choice tools"
_OTHER_KEYS = "container diagnostics max_tokens metadata service_tier stop_sequences stream temperature top_k top_p"
_COUNTED = frozenset(_COUNTED_KEYS.split())
_CREATED = _COUNTED | frozenset(_OTHER_KEYS.split())
_NOT_IN_BATCHES = ("speed", "fallbacks")


@dataclass(frozen=True)
class Call:
    """How a message was asked for: at once, in a batch, or only to be counted; and under which version."""

    kind: str  # "message", "batch" or "count"
    version: str
    betas: frozenset[str] = frozenset()
    files: frozenset[str] | None = None
    """Ids of the files that are there; None where that was looked at before."""


def check_frame(params: Mapping[str, Any], call: Call) -> PracticeModel:
    """Check everything but the messages, and say which model is meant.

    Raises ServiceError.
    """
    _check_keys(params, call)
    name = params.get("model")
    if not isinstance(name, str) or not name:
        raise invalid("model: Field required")
    model = find_model(name)
    if model is None or model.lifecycle == "retired":
        raise not_found(f"model: {name}")
    if call.kind != "count":
        _check_length(params, model, call)
    _check_system(params.get("system"))
    _check_sampling(params, model, call)
    _check_effort_and_thinking(params, model)
    _check_format(params)
    _check_tools(params, model)
    if _breakpoints(params) > MAX_BREAKPOINTS:
        raise invalid("A maximum of 4 blocks with cache_control may be provided.")
    return model


def check_messages(messages: Any, model: PracticeModel, call: Call, *, formatted: bool) -> None:
    """Check the turns of the conversation. Raises ServiceError."""
    if not isinstance(messages, list):
        raise invalid("messages: Field required")
    if not messages:
        raise invalid("messages: at least one message is required")
    for number, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("role") not in ("user", "assistant"):
            raise invalid(f"messages.{number}.role: Input should be 'user' or 'assistant'")
        _check_content(message.get("content"), f"messages.{number}", str(message["role"]), call, formatted)
    if messages[0]["role"] != "user":
        raise invalid('messages: first message must use the "user" role')
    last = messages[-1]
    if last["role"] == "assistant" and not is_paused(last["content"]) and (formatted or not model.prefill):
        raise invalid("This model does not support assistant message prefill.")


def is_paused(content: Any) -> bool:
    """Whether a turn is one that the model paused over its searches, sent back to be gone on with."""
    return isinstance(content, list) and any(block.get("type") == SERVER_TOOL_USE for block in content)


def _check_keys(params: Mapping[str, Any], call: Call) -> None:
    for key in params:
        if call.kind == "batch" and key in _NOT_IN_BATCHES:
            raise invalid(f"{key}: not supported in the Message Batches API")
        if key not in (_COUNTED if call.kind == "count" else _CREATED):
            raise invalid(f"{key}: Extra inputs are not permitted")
    if params.get("stream"):
        raise invalid("stream: streaming is not supported here")


def _check_length(params: Mapping[str, Any], model: PracticeModel, call: Call) -> None:
    wanted = params.get("max_tokens")
    if not isinstance(wanted, int) or isinstance(wanted, bool):
        raise invalid("max_tokens: Field required")
    if wanted < 1:
        raise invalid("max_tokens: Input should be greater than or equal to 1")
    longer = call.kind == "batch" and model.long_output and LONG_OUTPUT_BETA in call.betas
    most = LONG_OUTPUT if longer else model.max_output
    if wanted > most:
        raise invalid(
            f"max_tokens: {wanted} > {most}, which is the maximum allowed number of output tokens for {model.id}"
        )


def _check_system(system: Any) -> None:
    if system is None or isinstance(system, str):
        return
    if not isinstance(system, list):
        raise invalid("system: Input should be a valid string or list")
    for number, block in enumerate(system):
        if not isinstance(block, dict) or block.get("type") != "text":
            raise invalid(f"system.{number}.type: Input should be 'text'")
        if not block.get("text"):
            raise invalid("system: text content blocks must be non-empty")


def _check_sampling(params: Mapping[str, Any], model: PracticeModel, call: Call) -> None:
    allowed = call.version < NO_SAMPLING_SINCE and model.sampling
    for key in SAMPLING:
        if key in params and not allowed:
            raise invalid(f"{key}: this parameter is not supported")


def _check_effort_and_thinking(params: Mapping[str, Any], model: PracticeModel) -> None:
    output = params.get("output_config") or {}
    if not isinstance(output, dict):
        raise invalid("output_config: Input should be an object")
    for key in output:
        if key not in ("effort", "format"):
            raise invalid(f"output_config.{key}: Extra inputs are not permitted")
    effort = output.get("effort")
    if effort is not None and effort not in EFFORTS:
        raise invalid("output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'")
    if effort is not None and effort not in model.efforts:
        raise invalid(f"This model does not support effort level '{effort}'.")
    thinking = params.get("thinking")
    if thinking is not None:
        _check_thinking(thinking, params, model, effort)


def _check_thinking(thinking: Any, params: Mapping[str, Any], model: PracticeModel, effort: str | None) -> None:
    kind = thinking.get("type") if isinstance(thinking, dict) else None
    if kind not in (ADAPTIVE, BETWEEN_TOOLS, DISABLED, ENABLED):
        raise invalid("thinking.type: Input should be 'adaptive', 'between_tools', 'disabled' or 'enabled'")
    if kind not in model.thinking:
        raise invalid(f'"thinking.type.{kind}" is not supported for this model.')
    if kind in (DISABLED, BETWEEN_TOOLS) and model.calm_only and effort in ("xhigh", "max"):
        raise invalid(f"output_config.effort: '{effort}' is not supported when thinking is off")
    if kind == ENABLED:
        budget = thinking.get("budget_tokens")
        if not isinstance(budget, int) or budget < MIN_BUDGET:
            raise invalid("thinking.enabled.budget_tokens: Input should be greater than or equal to 1024")
        if budget >= params.get("max_tokens", budget + 1):
            raise invalid("`max_tokens` must be greater than `thinking.budget_tokens`.")


def _check_format(params: Mapping[str, Any]) -> None:
    form = (params.get("output_config") or {}).get("format")
    if form is None:
        return
    if not isinstance(form, dict) or form.get("type") != "json_schema":
        raise invalid("output_config.format.type: Input should be 'json_schema'")
    if not isinstance(form.get("schema"), dict):
        raise invalid("output_config.format.schema: Field required")
    SchemaCheck(form["schema"]).run()


def _check_tools(params: Mapping[str, Any], model: PracticeModel) -> None:
    choice = params.get("tool_choice")
    forced = isinstance(choice, dict) and choice.get("type") in ("any", "tool")
    if forced and not model.forced_tools:
        raise invalid("tool_choice: forced tool use is not supported for this model")
    for number, tool in enumerate(params.get("tools") or ()):
        if isinstance(tool, dict) and str(tool.get("type")).startswith("web_search"):
            check_search(tool, f"tools.{number}")
    if choice is not None and not params.get("tools"):
        raise invalid("tool_choice: tools must be provided")


def _breakpoints(params: Mapping[str, Any]) -> int:
    system = params.get("system")
    blocks = [*(system if isinstance(system, list) else ()), *(params.get("tools") or ())]
    return sum(1 for block in blocks if isinstance(block, dict) and block.get("cache_control"))


def _check_content(content: Any, where: str, role: str, call: Call, formatted: bool) -> None:
    if isinstance(content, str):
        if not content:
            raise invalid(f"{where}: all messages must have non-empty content")
        if content.isspace():
            raise invalid("messages: text content blocks must contain non-whitespace text")
        return
    if not isinstance(content, list) or not content:
        raise invalid(f"{where}.content: Input should be a non-empty string or list")
    for block in content:
        _check_block(block, where, role, call, formatted)


def _check_block(block: Any, where: str, role: str, call: Call, formatted: bool) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    if not isinstance(kind, str):
        raise invalid(f"{where}.content: every block needs a type")
    if kind == "text" and not str(block.get("text") or "").strip():
        raise invalid("messages: text content blocks must be non-empty")
    if kind == "image" or (kind == "document" and role == "user"):
        _check_source(block.get("source"), kind, where, call)
    newer = call.version >= NO_SAMPLING_SINCE
    if newer and kind == "document" and role == "assistant":
        raise invalid(f"{where}: document blocks are not permitted in assistant turns")
    if newer and kind == "text" and role == "user" and block.get("citations"):
        raise invalid(f"{where}: citations are not permitted on user text blocks")
    if kind == "document" and formatted and (block.get("citations") or {}).get("enabled"):
        raise invalid("citations and output_config.format can't be used together")


_PICTURES = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8", "image/webp": b"RIFF"}
_BEGINNINGS = {"image": _PICTURES, "document": {"application/pdf": b"%PDF-"}}
_MOST_PICTURE = 10_000_000


def _check_source(source: Any, kind: str, where: str, call: Call) -> None:
    """What a picture or document is made of: its base64 must be of the type that it is said to be."""
    if not isinstance(source, dict) or source.get("type") not in ("base64", "text", "content", "url", "file"):
        raise invalid(f"{where}.{kind}.source: Field required")
    if source["type"] == "text" and (kind == "image" or not str(source.get("data") or "").strip()):
        raise invalid(f"{where}.{kind}.source.data: Input should be a non-empty text")
    if source["type"] == "file":
        _check_file(str(source.get("file_id")), kind, where, call)
    if source["type"] != "base64":
        return
    begins = _BEGINNINGS[kind].get(str(source.get("media_type")))
    data = source.get("data")
    if begins is None or not isinstance(data, str):
        raise invalid(f"{where}.{kind}.source.base64.media_type: this type is not supported")
    if kind == "image" and len(data) > _MOST_PICTURE:
        raise invalid(f"{where}.image.source.base64: image exceeds 10 MB maximum")
    try:
        head = base64.b64decode(data[:16], validate=True)
    except ValueError:
        head = b""
    if not head.startswith(begins):
        raise invalid(f"{where}.{kind}.source.base64.data: the data does not match the media type")


def _check_file(file_id: str, kind: str, where: str, call: Call) -> None:
    if call.files is not None and file_id not in call.files:
        raise not_found(f"File not found: {file_id}")
    found = what_file(file_id)
    if found is None or (found == "image") != (kind == "image"):
        raise invalid(f"{where}.{kind}.source.file_id: the file is of another type")
