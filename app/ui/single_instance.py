"""One window for each place where jobs live: a second start brings up the first and hands over its file."""

from __future__ import annotations

import json
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1_500
_PATIENCE_MS = 5_000
"""How long a window that has the lock may take until it can be told something: it is painted first."""
_LOOK_MS = 50


class SingleInstance(QObject):
    """Lives in the GUI thread. Sends ``woken`` with the path that another start was given, or ""."""

    woken = Signal(str)

    def __init__(self, instance: str, parent: QObject | None = None) -> None:
        """``instance`` names the profile and the mode; only starts with the same one meet."""
        super().__init__(parent)
        # A checksum tells the few profiles of one computer apart; a name may not be long, nor hold a path's characters.
        self._name = f"batchsheet-{zlib.crc32(instance.encode()):08x}"
        # Among what is temporary on this computer: a profile may be shared with others. What is locked is not tidied away.
        self._lock = QLockFile(str(Path(tempfile.gettempdir(), f"{self._name}.lock")))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks; one whose process is gone has no lock
        self._server: QLocalServer | None = None

    def hand_over(self, path: str) -> bool:
        """Tell a window that is open already; whether there was one. Where there was none, this start has the lock."""
        if self._lock.tryLock(0):
            return False
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket  # a tenth of a start: not for the first window

        # Where no lock can be made, whoever is there listens already.
        held = self._lock.error() is QLockFile.LockError.LockFailedError
        patience = QDeadlineTimer(_PATIENCE_MS if held else 0)
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        while not socket.waitForConnected(_WAIT_MS):
            if patience.hasExpired():
                return False
            QThread.msleep(_LOOK_MS)
            socket.connectToServer(self._name)
        socket.write(json.dumps({"open": path}).encode() + b"\n")
        socket.flush()
        told = socket.waitForReadyRead(_WAIT_MS)
        socket.disconnectFromServer()
        return told

    def listen(self) -> None:
        """Be the window that other starts find."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(self._name):
            # What a killed program left behind: nobody answers there.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Be found no longer."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._on_ready(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._on_ready(socket)

    def _on_ready(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            path = json.loads(bytes(socket.readLine().data()))["open"]
        except (ValueError, KeyError, TypeError):
            return
        socket.write(b"ok\n")
        socket.flush()
        self.woken.emit(str(path))
