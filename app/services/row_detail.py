"""Everything about one row of a job: what was asked, what came back, how it was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from app.core.continuation import resumed
from app.core.errors import InputError
from app.core.judging import judge
from app.core.result_rows import RowDetail
from app.core.web_answers import sources
from app.core.words import tr
from app.services.planning import builder_for
from app.store.codec import values_from_blob

if TYPE_CHECKING:
    from app.core.draft import Draft
    from app.store.answers import Attempt
    from app.store.store import Store


def row_detail(store: Store, job: str, draft: Draft, row: int) -> RowDetail:
    """One row of a job that is made of ``draft``. Raises InputError where the job has no such row."""
    attempt = store.answers.attempt(job, row)
    if attempt is None:
        raise InputError(tr("Row {row} is not part of this job.", row=row), "", tr("Choose another row."))
    sheet_row = store.rows.page(job, attempt.position, 1)[0]
    result = _whole_result(store, job, attempt)
    verdict = judge(result, draft.recipe.outputs)
    message = result.get("message")
    return RowDetail(
        number=row,
        state=attempt.state,
        cause=attempt.cause,
        message=attempt.message,
        prompt=builder_for(draft).prompt(sheet_row.cells) if attempt.request is not None else "",
        text=verdict.text if attempt.result else "",
        values=values_from_blob(attempt.values) if attempt.values is not None else (),
        stop_reason=verdict.stop_reason,
        input_tokens=attempt.input_tokens,
        output_tokens=attempt.output_tokens,
        cost=attempt.cost,
        shared_with=attempt.shared_with,
        answered_at=attempt.answered_at,
        sources=tuple(sources(message.get("content"))) if isinstance(message, dict) else (),
    )


def _whole_result(store: Store, job: str, attempt: Attempt) -> dict[str, Any]:
    """The result as it was judged: with what the model had said before it paused."""
    result = _result_of(attempt)
    if attempt.request is None or attempt.part is None:
        return result
    said = store.answers.paused_turns(job, attempt.part, attempt.request)
    whole: dict[str, Any] = resumed(result, said.get(attempt.request, ()))
    return whole


def _result_of(attempt: Attempt) -> dict[str, object]:
    if not attempt.result:
        return {}
    found = orjson.loads(attempt.result).get("result")
    return found if isinstance(found, dict) else {}
