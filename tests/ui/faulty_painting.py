"""Run by itself: every widget that paints itself fails at it, and what was raised is kept. Prints what became of it."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.core.results import RowState
from app.ui.crash import CrashReporter
from app.ui.theme import Theme
from app.ui.widgets.breakdown_bar import BreakdownBar, Sign
from app.ui.widgets.checks_list import CheckSign
from app.ui.widgets.column_chips import ColumnChip
from app.ui.widgets.range_picture import RangePicture


class BrokenTheme(Theme):
    """Has no colours while it is broken."""

    broken = False

    def __getattribute__(self, name: str) -> object:
        if name in ("tokens", "color") and BrokenTheme.broken:
            raise RuntimeError("no colours")
        return super().__getattribute__(name)


def main() -> None:
    """Paint well, badly, and well again."""
    application = QApplication([])
    theme = BrokenTheme(application)
    theme.choose("light")
    crash = CrashReporter(lambda details: details, application)
    kept: list[BaseException] = []

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        kept.append(error)
        crash._on_exception(kind, error, trace)

    sys.excepthook = keep
    window = QWidget()
    line = QHBoxLayout(window)
    chip = ColumnChip("Name", theme)
    chip.show_about("about", "3 % blank")
    painted = [BreakdownBar(theme), Sign(RowState.FAILED, theme), CheckSign("passed", theme), RangePicture(theme), chip]
    for each in painted:
        line.addWidget(each)
    window.show()
    application.processEvents()
    for broken in (True, False):
        BrokenTheme.broken = broken
        for each in painted:
            each.update()
        application.processEvents()
    BrokenTheme.broken = False
    application.processEvents()
    shown = crash._dialog is not None and crash._dialog.isVisible()
    sys.stdout.write(f"{len(kept) >= len(painted)} {shown}\n")


if __name__ == "__main__":
    main()
