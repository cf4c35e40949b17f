"""From services to a window, and back: start, the event loop, and the end."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.core.errors import ExitStatus, NeedsUser
from app.services.services import Services
from app.ui import language
from app.ui.accessibility import announce
from app.ui.background import Background
from app.ui.bridge import EventBridge
from app.ui.context import Context
from app.ui.crash import CrashReporter, about_window
from app.ui.current_job import CurrentJob
from app.ui.icons import icon_file
from app.ui.interpreter import Interpreter
from app.ui.main_window import MainWindow
from app.ui.messages import Messages
from app.ui.single_instance import SingleInstance
from app.ui.theme import Theme
from app.ui.widgets.job_side import JobSide

if TYPE_CHECKING:
    from app.core.release import Release
    from app.ui.notifications import Notifications

STYLE = ("-style", "fusion")
"""What the style sheet is made for. As arguments: `QApplication.setStyle` hands out a `QStyle`, and brings in all of it."""

REOPEN = -1
"""No exit status: the window is wanted again."""


def start(services: Services, file: Path | str | None = None) -> int:
    """Show the window until it is closed; the exit status.

    A second start on the same jobs hands its file to the first window and ends. `REOPEN` where another window is
    to take this one's place: in another language.
    """
    application = make_application()
    instance = SingleInstance(services.instance)
    path = str(Path(file).resolve()) if file else ""
    if instance.hand_over(path):
        services.close()
        return ExitStatus.DONE
    ended_badly = services.diagnostics.watch()
    program = Program(application, services)
    if ended_badly:
        program.say_how_it_ended()
    instance.woken.connect(program.wake)
    program.show(path)
    QTimer.singleShot(0, instance.listen)
    try:
        status = application.exec()
        return REOPEN if program.window.reopens else status
    finally:
        instance.close()
        program.close()
        services.close()


def make_application() -> QApplication:
    """The application object, under our name."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([*sys.argv[:1], *STYLE])
    application.setApplicationName("batchsheet")
    application.setApplicationDisplayName("Batchsheet")
    application.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("batchsheet")
    application.setWindowIcon(QIcon(str(icon_file("batchsheet"))))
    return application


class Program:
    """The window with all that it leans on; made once, closed once."""

    def __init__(self, application: QApplication, services: Services) -> None:
        self._services = services
        language.use(services.preferences.get().language)
        # Workers speak to these until the services are closed: they belong to the application, so that no
        # worker, letting go of one last, can delete it on a thread of its own.
        self.crash = CrashReporter(services.diagnostics.text, application)
        self.crash.install()
        self.interpreter = Interpreter(application)
        self.theme = Theme(application)
        self.theme.choose(services.preferences.get().theme)
        self.messages = Messages(self.crash.report, application)
        self.crash.tell_with(self.messages.error)
        self.background = Background(services.tasks, self.messages.error, application)
        self.bridge = EventBridge(services.hub, application)
        self.current = CurrentJob(services.jobs, application)
        self.crash.save_with(self.current.flush)
        self.context = Context(services, self.theme, self.bridge, self.background, self.messages, self.current)
        self.window = MainWindow(self.context)
        self._first_path = ""
        self._starter = QTimer(self.window, singleShot=True)
        self._starter.timeout.connect(self._begin)
        self.notifications: Notifications | None = None

    def show(self, path: str = "") -> None:
        """Show the window; work begins once it is on the screen."""
        self.window.show()
        self._first_path = path
        self._starter.start()

    def _begin(self) -> None:
        """Bring in what the first picture did without: the services on a thread of their own, then the pages by pieces.

        One after the other: the window would wait for whatever a worker is just making, and for its turns at importing.
        """
        self.interpreter.begin()
        self.notifications = self._make_notifications()
        rest = "The rest of the services"
        self.background.run_task(self.window, rest, lambda _control: self._services.make_all(), self._on_services_made)
        if self._first_path:
            self.window.open_path(Path(self._first_path))

    def _make_notifications(self) -> Notifications:
        from app.ui.notifications import Notifications

        made = Notifications(self._services.jobs, QGuiApplication.windowIcon(), QCoreApplication.instance())
        self.bridge.job_ended.connect(made.job_ended)
        self.bridge.jobs_changed.connect(made.show_progress)
        self.bridge.job_changed.connect(lambda _job: made.show_progress())
        made.clicked.connect(self._on_notification_clicked)
        made.told.connect(partial(announce, self.window))
        return made

    def _on_services_made(self, _nothing: object) -> None:
        self._services.start()
        self.window.make_all_pages(self._warm)
        if self._services.updates.agreed:
            self.background.run_task(self.window, "Newer version", self._services.updates.look, self._on_release)

    def _warm(self) -> None:
        """Have a reader ready, and load on one thread what several would load at once, and slow the window, when a
        prompt is first looked at.
        """
        if not self._first_path:
            importing = self._services.importing  # and not self: a worker may be the last to hold it
            self._services.tasks.submit("warm", lambda _control: importing.warm())
        self._services.tasks.when_idle("warm", self._services.estimating.warm)

    def _on_release(self, found: Release | None) -> None:
        side = self.window.findChild(JobSide)
        if found is not None and side is not None:
            side.show_release(found.version, found.page)

    def say_how_it_ended(self) -> None:
        """Tell that native code ended the last window: nothing else could."""
        text = language.tr(
            "Batchsheet was ended by a fault the last time. Every job is as it was, and what was sent went on. "
            "If it happens again, send us the diagnostics."
        )
        self.messages.note(text, (language.tr("Copy diagnostics"), self._copy_diagnostics))

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self._services.diagnostics.text(about_window()))

    def wake(self, path: str) -> None:
        """Bring the window up for another start, with its file."""
        from PySide6.QtCore import Qt

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if path:
            self.window.open_path(Path(path))

    def close(self) -> None:
        """Save what was typed and let go of everything but the services."""
        from PySide6.QtCore import QEvent

        self._starter.stop()
        with suppress(NeedsUser):  # a disk that is full was told, before the window closed
            self.current.flush()
        self.bridge.close()
        self.background.close()
        self.window.leave()
        self.crash.remove()
        self.theme.release()
        self.window.deleteLater()
        for each in (
            self.crash,
            self.messages,
            self.background,
            self.bridge,
            self.current,
        ):
            each.deleteLater()
        if self.notifications is not None:
            self.notifications.close()
            self.notifications.deleteLater()
        # Now, not in the next window's first turn: that sets a style, and Qt goes down over widgets of the one before.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # Last: from here on garbage may be collected on any thread, and a window's must not be while Qt has any of it.
        self.interpreter.release()
        self.interpreter.deleteLater()

    def _on_notification_clicked(self, job_id: str) -> None:
        self.wake("")
        if job_id:
            self.window.show_job(job_id)
