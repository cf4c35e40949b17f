"""One window for each place where jobs live: a second start brings up the first and hands over its file."""

from __future__ import annotations

import json

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1_500


class SingleInstance(QObject):
    """Lives in the GUI thread. Sends ``woken`` with the path that another start was given, or ""."""

    woken = Signal(str)

    def __init__(self, instance: str, parent: QObject | None = None) -> None:
        """``instance`` names the profile and the mode; only starts with the same one meet."""
        super().__init__(parent)
        mark = QCryptographicHash.hash(instance.encode(), QCryptographicHash.Algorithm.Sha256).toHex()
        self._name = f"batchsheet-{mark.data().decode()[:16]}"
        self._server: QLocalServer | None = None

    def hand_over(self, path: str) -> bool:
        """Tell a window that is open already; whether there was one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(json.dumps({"open": path}).encode() + b"\n")
        socket.flush()
        told = socket.waitForReadyRead(_WAIT_MS)
        socket.disconnectFromServer()
        return told

    def listen(self) -> None:
        """Be the window that other starts find."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(self._name):
            # What a killed program left behind: nobody answered there a moment ago.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Be found no longer."""
        if self._server is not None:
            self._server.close()

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
