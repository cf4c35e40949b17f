"""The price of the current job, found anew whenever something has changed that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from app.core.draft import Draft
from app.core.estimate import Price
from app.services.tasks import Cancelled, TaskHandle
from app.ui.context import Context

_Basis = tuple[str, Draft, Mapping[str, Mapping[str, float]], int]
"""A job, its draft, the user's own prices, and which key and address rows are counted with."""


class PriceCount(QObject):
    """One count at a time; what comes of one that was given up is dropped.

    Sends ``counted`` once there is a price, and ``failed`` with the error where none can be found.
    """

    counted = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: TaskHandle[Price] | None = None
        self._basis: _Basis | None = None
        self.price: Price | None = None

    @property
    def under_way(self) -> bool:
        """Whether it is being counted."""
        return self._task is not None

    @property
    def holds(self) -> bool:
        """Whether the price, or the one that is being found, is that of the job as it stands."""
        return self._basis == self._wanted()

    def begin(self, tell: Callable[[int, int | None], object]) -> None:
        """Count, and tell how far that is: done, and of how much, None where that is unknown."""
        self.stop()
        wanted = self._wanted()
        self.price, self._basis = None, wanted
        self._task = self._context.background.run_task(
            self,
            "Counting",
            self._context.services.estimating.price(self._context.current.id),
            lambda price: self._on_counted(wanted, price),
            on_failed=lambda error: self._on_failed(wanted, error),
            on_progress=lambda done, total, _text: tell(done, total),
        )

    def stop(self) -> None:
        """Count no further; the price that there is stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """Count no further, and know no price."""
        self.stop()
        self.price, self._basis = None, None

    def _wanted(self) -> _Basis:
        """What a price depends on; another price list makes another price, and with a key rows can be counted."""
        services, current = self._context.services, self._context.current
        return current.id, current.draft, services.preferences.get().own_prices, services.account.changes

    def _on_counted(self, basis: _Basis, price: Price) -> None:
        if basis == self._basis:
            self._task, self.price = None, price
            self.counted.emit()

    def _on_failed(self, basis: _Basis, error: BaseException) -> None:
        if basis == self._basis and not isinstance(error, Cancelled):
            self._task, self._basis = None, None
            self.failed.emit(error)
