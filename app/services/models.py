"""The models that can be chosen: the service's own list where it was told, else the shipped one."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.batch_api.models import SHIPPED, find_model
from app.core.errors import RecipeError
from app.core.model import JOB_SECONDS, SOON_SECONDS, Model
from app.core.words import tr
from app.services.service import Service
from app.services.tasks import TaskControl
from app.store.store import Store

FRESH_SECONDS = 24 * 3600.0
"""How long a list is good; models come and go by the month."""


class Models:
    """The models of an account. Any thread may call it."""

    def __init__(
        self,
        store: Store,
        service: Service,
        may_ask: Callable[[], bool],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """``may_ask`` says whether there is a key to ask with."""
        self._store = store
        self._service = service
        self._may_ask = may_ask
        self._clock = clock

    def offered(self) -> list[Model]:
        """The models that a job can be sent to now, the usual choice first."""
        known = self._store.models.all() or list(SHIPPED)
        return [model for model in known if not model.retires_within(self._clock(), JOB_SECONDS)]

    def find(self, model_id: str) -> Model | None:
        """A model by its id, offered or not; None for one that nobody knows."""
        return self._store.models.get(model_id) or find_model(model_id)

    def name(self, model_id: str) -> str:
        """What people call a model; the id of one that nobody knows."""
        known = self.find(model_id)
        return known.name if known is not None else model_id

    def retires_soon(self, model: Model) -> bool:
        """Whether it retires within a month, so that a recipe with it won't last."""
        return model.retires_within(self._clock(), SOON_SECONDS)

    def refresh(self) -> Callable[[TaskControl], bool]:
        """Work that asks the service for its list, at most once a day; whether there is a new one.

        Raises ServiceTrouble; the list of before stays.
        """

        def work(control: TaskControl) -> bool:
            now = self._clock()
            if 0 <= now - self._store.models.told_at() < FRESH_SECONDS or not self._may_ask():
                return False
            models = self._service.models()
            control.check()
            if not models:
                return False
            before = self._store.models.all()
            self._store.models.replace(models, now)
            return models != before

        return work


def check_lasts(model: Model, now: float) -> None:
    """Raises RecipeError where the model retires before a job that is sent ``now`` could end."""
    if model.retires is None or not model.retires_within(now, JOB_SECONDS):
        return
    gone = model.retired_by(now)
    what = (
        tr("{name} was retired on {day}.", name=model.name, day=model.retires)
        if gone
        else tr("{name} retires on {day}, before a job could end.", name=model.name, day=model.retires)
    )
    raise RecipeError(what, tr("Nothing was sent."), tr("Choose another model."))
