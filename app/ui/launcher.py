"""How far the jobs are on a Linux dock's icon: a bar, as KDE's, Unity's and Ubuntu's docks show it; Qt sets the number."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

_ENTRY = "com.canonical.Unity.LauncherEntry"


def show_on_dock(share: float | None) -> None:
    """Show a share from 0 to 1, or with None no bar any more."""
    if sys.platform != "linux" or QGuiApplication.platformName() not in {"xcb", "wayland"}:
        return
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    message = QDBusMessage.createSignal("/com/canonical/unity/launcherentry/batchsheet", _ENTRY, "Update")
    shown = {"progress": share or 0.0, "progress-visible": share is not None}
    message.setArguments([f"application://{QGuiApplication.desktopFileName()}.desktop", shown])
    QDBusConnection.sessionBus().send(message)
