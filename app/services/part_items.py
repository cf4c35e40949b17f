"""The requests of a part as they go out: the same bytes each time, from the job's own snapshot of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.batch_api.requests import RequestBuilder, batch_item
from app.core.custom_id import custom_id_stem, make_custom_id
from app.core.errors import FileError
from app.core.part import Part
from app.services.documents import Documents
from app.services.planning import builder_for, keeps, model_of
from app.services.turnstile import in_turns
from app.store.codec import cells_from_blob, split_blob
from app.store.store import Store


def part_builder(store: Store, part: Part, documents: Documents) -> RequestBuilder:
    """What makes a part's requests."""
    draft, job = store.drafts.get(part.job), store.jobs.get(part.job)
    if draft is None or job is None:
        raise LookupError(f"no job {part.job}")
    attached = documents.of(part.job, draft, model_of(draft))
    return builder_for(draft, part.longest_answer, attached, kept=keeps(job))


def part_items(store: Store, part: Part, builder: RequestBuilder) -> tuple[list[bytes], dict[int, str]]:
    """A part's requests, and the rows that can't be sent with what is wrong with their documents."""
    withheld: dict[int, str] = {}
    said = store.answers.paused_turns(part.job, part.number)

    def unpacked(row: int, blob: bytes) -> bytes:
        cells = cells_from_blob(blob)
        try:
            params = builder.continued_json(cells, said[row]) if row in said else builder.params_json(cells)
        except FileError as error:
            withheld[row] = error.message
            return b""
        return batch_item(make_custom_id(part.job, part.number, row), params)

    rows = store.rows.packed_in_part(part.job, part.number)
    items: Iterator[bytes]
    if said:
        items = (unpacked(row, blob) for row, blob in rows)
    else:
        items = row_items(rows, builder, custom_id_stem(part.job, part.number), unpacked)
    return [one for one in in_turns(items) if one], withheld


def row_items(
    rows: Iterable[tuple[int, bytes]], builder: RequestBuilder, ids: str, unpacked: Callable[[int, bytes], bytes]
) -> Iterator[bytes]:
    """Requests of packed rows, ``ids`` and a row's number their ids; ``unpacked`` makes those of rows that must be."""
    prompt = builder.packed_prompt()
    if prompt is None:
        yield from (unpacked(row, blob) for row, blob in rows)
        return
    form, pick, last = prompt
    begin, middle, end = builder.item_pieces(ids)
    count = last + 1
    # This loop turns a million times.
    for row, blob in rows:
        cells = split_blob(blob, count)
        if cells is None or len(cells) < count:
            yield unpacked(row, blob)
        else:
            yield b"".join((begin, b"%d" % row, middle, form % pick(cells), end))
