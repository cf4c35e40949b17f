"""A recipe and a row as the request that goes to the service.

What all rows of a recipe share comes from `shared_params`, and the prompts in between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

import orjson

from app.batch_api.attachments import content_block
from app.batch_api.shared_params import answer_schema, sendable, shared_params
from app.core.attachment import Attachment
from app.core.model import Model
from app.core.recipe import Recipe
from app.core.template import parse_template

LONG_OUTPUT_BETA = "output-300k-2026-03-24"
"""Names very long answers in the header; only batches take it, and only of some models."""


class PackedPrompt(NamedTuple):
    """A prompt that is put together from cells as they stand in JSON, without being unpacked.

    ``pick`` takes those that ``form`` has places for out of a row of more than ``last`` cells.
    """

    form: bytes
    pick: Callable[[Sequence[bytes]], Any]
    last: int


class RowDocuments(Protocol):
    """The documents that go with rows, and those that go before every row's prompt."""

    @property
    def by_row(self) -> bool:
        """Whether rows name any of their own."""

    def references(self) -> Sequence[Attachment]:
        """What those are that go before every prompt."""

    def reference_content(self) -> Sequence[tuple[Attachment, bytes | str]]:
        """The same with what is in them, or the id of what was uploaded of it.

        Raises NeedsUser where one can't be sent, or is no longer what it was.
        """

    def facts(self, cells: Sequence[str]) -> Sequence[Attachment] | None:
        """What a row's documents are; None where one of them can't be sent."""

    def content(self, cells: Sequence[str]) -> Sequence[tuple[Attachment, bytes | str]]:
        """The same with what is in them, text as UTF-8, or the id of what was uploaded of it.

        Raises FileError where one is no longer what it was.
        """

    def sent(self, cells: Sequence[str]) -> int:
        """Bytes that a row's documents take in a request."""

    def sent_ahead(self) -> int:
        """Bytes that those before every prompt take in a request."""


class RequestBuilder:
    """Makes the requests of a job; what all rows share is worked out once.

    Raises UnknownColumn where the prompt names a column that isn't there, RecipeError where the
    recipe asks for what the model can't do.
    """

    def __init__(
        self,
        recipe: Recipe,
        model: Model,
        columns: Sequence[str],
        documents: RowDocuments | None = None,
        *,
        kept: bool = False,
    ) -> None:
        """``kept``: the instructions are to be kept at the service for reuse."""
        self._model = model
        self._documents = documents if documents is not None and documents.by_row else None
        self._lead = _Lead(documents, model)
        self._template = parse_template(recipe.prompt).bind(columns, skip_blank_lines=recipe.skip_blank_lines)
        schema = answer_schema(recipe)
        self._shared = shared_params(recipe, model, schema)
        self._long = self._shared["max_tokens"] > model.max_output
        self._core = orjson.dumps(self._shared)
        if kept and not self._lead and "system" in self._shared:
            block = self._shared["system"][-1] | {"cache_control": {"type": "ephemeral", "ttl": "1h"}}
            self._shared = self._shared | {"system": [*self._shared["system"][:-1], block]}
        self._kept = kept
        # The prompt comes last, between two pieces of bytes that never change.
        self._head = orjson.dumps(self._shared)[:-1] + b',"messages":[{"role":"user","content":'
        self._tail = b"}]}"
        self._frame = len(self._head) + len(self._tail) + self._lead.weight
        self._shared_size = len(recipe.instructions.encode("utf-8", "replace")) + self._lead.weight
        self._shared_size += len(orjson.dumps(schema)) if schema else 0

    @property
    def frame(self) -> bytes:
        """What tells the requests of this job from those of others, but for the prompts: sixteen bytes.

        What is kept at the service for reuse changes the price, and no answer.
        """
        return blake2b(self._core + ",".join(self.betas).encode() + self._lead.mark, digest_size=16).digest()

    @property
    def shared_size(self) -> int:
        """Bytes of what all requests begin with, and which can be kept for reuse: instructions, reference documents.

        Documents count by their weight.
        """
        return sum(len(block["text"].encode()) for block in self._shared.get("system", ())) + self._lead.weight

    @property
    def lead_weight(self) -> int:
        """Bytes that the reference documents count as in every request; 0 where there are none."""
        return self._lead.weight

    @property
    def columns(self) -> frozenset[int]:
        """Positions of the columns that the prompt uses."""
        return self._template.columns

    @property
    def limit(self) -> int:
        """``max_tokens`` of every request."""
        return int(self._shared["max_tokens"])

    @property
    def betas(self) -> tuple[str, ...]:
        """What the header of a batch of these requests has to ask for."""
        return (LONG_OUTPUT_BETA,) if self._long else ()

    def prompt(self, cells: Sequence[str]) -> str:
        """The prompt of one row, as it is sent."""
        return sendable(self._template.fill(cells))

    def is_blank(self, cells: Sequence[str]) -> bool:
        """Whether the prompt comes out with nothing in it, which the service would refuse."""
        return not self._template.fill(cells).strip()

    def params(self, cells: Sequence[str], *, lead: bool = True) -> dict[str, Any]:
        """The request of one row, with or without the documents that go before every prompt.

        Raises FileError where one of the row's documents is no longer what it was, NeedsUser where one of those
        before it is none.
        """
        content: Any = self.prompt(cells)
        if self._documents is not None or (lead and self._lead):
            content = orjson.Fragment(self._content(cells, lead=lead))
        return self._shared | {"messages": [{"role": "user", "content": content}]}

    def params_json(self, cells: Sequence[str]) -> bytes:
        """The same as JSON."""
        return self._head + self._content(cells) + self._tail

    def item_pieces(self, ids: str) -> tuple[bytes, bytes, bytes]:
        """What stands in a batch before a row's number, between that and its prompt in JSON, and after it.

        Of rows without documents of their own, whose ``custom_id`` is ``ids`` and the number. Raises NeedsUser as
        ``params`` does.
        """
        before, after = _around(self._lead.blocks(kept=self._kept))
        return b'{"custom_id":"' + ids.encode(), b'","params":' + self._head + before, after + self._tail + b"}"

    def _content(self, cells: Sequence[str], *, lead: bool = True) -> bytes:
        blocks = list(self._lead.blocks(kept=self._kept)) if lead else []
        if self._documents:
            blocks += [content_block(one, content) for one, content in self._documents.content(cells)]
        before, after = _around(blocks)
        return before + _as_json(self._template.fill(cells)) + after

    def continued_json(self, cells: Sequence[str], said: Sequence[Any]) -> bytes:
        """The request of a row that the model paused, with the blocks of content that it has said so far."""
        turn = b'},{"role":"assistant","content":' + orjson.dumps(list(said))
        return self._head + self._content(cells) + turn + self._tail

    def identity(self, cells: Sequence[str]) -> tuple[bytes, int] | None:
        """What tells a row's request from the others of the job, and its bytes; None where nothing is asked, or a document can't be sent.

        Sixteen bytes that are equal for identical requests, and for no others: all but the prompt
        is the same in every request of a job, and documents are told apart by their content. The bytes count
        documents by their weight.
        """
        text = self._template.fill(cells)
        if not text.strip():
            return None
        prompt = _as_json(text)
        size = self._frame + len(prompt)
        attached = self._documents.facts(cells) if self._documents is not None else ()
        if attached is None:
            return None
        if not attached:
            return blake2b(prompt, digest_size=16).digest(), size
        mark = blake2b(prompt, digest_size=16, person=b"documents")
        for one in attached:
            mark.update(f"\0{one.kind} {one.media_type} {one.digest}".encode())
        return mark.digest(), size + sum(one.weight(self._model) for one in attached)

    def length(self, cells: Sequence[str]) -> int:
        """Bytes of the row's request, its documents by their weight; those that can't be sent weigh nothing."""
        attached = self._documents.facts(cells) if self._documents is not None else ()
        prompt = _as_json(self._template.fill(cells))
        return self._frame + len(prompt) + sum(one.weight(self._model) for one in attached or ())

    @property
    def bare_size(self) -> int:
        """Bytes of a request without its prompt."""
        return self._frame

    def packed_prompt(self) -> PackedPrompt | None:
        """A quicker way to a million identities; None where lines may vanish, a prompt may come out blank,
        or documents go along.
        """
        pieces, columns = self._template.pieces, [one for one in self._template.pieces if isinstance(one, int)]
        filled = any(isinstance(one, str) and one.strip() for one in pieces)
        if self._template.skip_blank_lines or not filled or not columns or self._documents is not None:
            return None
        texts = (b"%b" if isinstance(one, int) else _as_json(one)[1:-1].replace(b"%", b"%%") for one in pieces)
        return PackedPrompt(b'"' + b"".join(texts) + b'"', itemgetter(*columns), max(columns))

    def size(self, cells: Sequence[str]) -> int:
        """Bytes of everything that the model reads: instructions, schema and prompt, in UTF-8."""
        return self._shared_size + len(self.prompt(cells).encode())


class _Lead:
    """The documents that go before every prompt, as blocks of content that are made once."""

    def __init__(self, documents: RowDocuments | None, model: Model) -> None:
        self._documents = documents
        found = documents.references() if documents is not None else ()
        self.weight = sum(one.weight(model) for one in found)
        self.mark = b"".join(f"\0{one.kind} {one.media_type} {one.digest}".encode() for one in found)
        """What tells them from others, by their content."""
        self._blocks: list[bytes] = []

    def __bool__(self) -> bool:
        return bool(self.mark)

    def blocks(self, *, kept: bool) -> Sequence[bytes]:
        """As JSON; ``kept`` for reuse is all up to the last."""
        if self and not self._blocks and self._documents is not None:
            content = self._documents.reference_content()
            last = len(content) - 1
            self._blocks = [
                content_block(one, data, kept=kept and place == last) for place, (one, data) in enumerate(content)
            ]
        return self._blocks


def _around(blocks: Sequence[bytes]) -> tuple[bytes, bytes]:
    """What stands before and after a prompt in JSON where those blocks of content go before it."""
    return (b"[" + b",".join([*blocks, b'{"type":"text","text":']), b"}]") if blocks else (b"", b"")


def batch_item(custom_id: str, params_json: bytes) -> bytes:
    """One request of a batch, as JSON."""
    return b'{"custom_id":' + orjson.dumps(custom_id) + b',"params":' + params_json + b"}"


def _as_json(text: str) -> bytes:
    try:
        return orjson.dumps(text)
    except TypeError:  # a lone surrogate
        return orjson.dumps(sendable(text))
