"""What a job has to have come to, whatever went wrong: each row once, every answer the right one, every cent known."""

from __future__ import annotations

from app.batch_api.prices import prices_for
from app.core.job import Job, JobState
from app.core.price import Usage
from tests.services.rehearsal import RECIPE, Rehearsal
from tests.stand_in.stand_in import StandIn

ROWS = 60
"""Of the job that `undisturbed` has the answers of."""


def account(program: Rehearsal, service: StandIn, job: Job, expected: dict[int, tuple[object, ...]]) -> None:
    """One bill: each row once, as many batches as parts, every answer the right one, every cent known."""
    service.finish_all()
    assert job.state is JobState.FINISHED
    assert set(service.accepted_rows().values()) == {1}
    assert len(service.batches) == job.parts
    assert program.values(job.id) == expected
    assert job.cost == bill(service)


def bill(service: StandIn) -> int:
    usage = service.billed_usage()
    spent = Usage(input_tokens=usage["input_tokens"], output_tokens=usage["output_tokens"])
    return prices_for(RECIPE.model).batch.cost(spent)


def whole_bill(service: StandIn) -> int:
    """The same with what was kept for reuse for an hour, and with searches."""
    usage = service.billed_usage()
    spent = Usage(
        input_tokens=usage["input_tokens"],
        output_tokens=usage["output_tokens"],
        cache_write_1h=usage["cache_creation_input_tokens"],
        cache_read=usage["cache_read_input_tokens"],
        web_searches=usage["web_search_requests"],
    )
    return prices_for(RECIPE.model).batch.cost(spent)
