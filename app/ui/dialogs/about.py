"""What Batchsheet is, and what it is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata, version

from PySide6.QtWidgets import QTextBrowser, QWidget

from app import __version__
from app.ui.naming import named
from app.ui.widgets.basics import button, column, label, row
from app.ui.widgets.viewing import ViewingDialog

_MADE_OF = (
    "PySide6_Essentials", "anthropic", "charset-normalizer", "filelock", "genai-prices", "httpx2", "isal", "keyring",
    "orjson", "platformdirs", "python-calamine", "tomlkit", "XlsxWriter",
)  # fmt: skip


class AboutDialog(ViewingDialog):
    """Version and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "aboutDialog", self.tr("About Batchsheet"))
        self.setWindowTitle(self.tr("About Batchsheet"))
        self.setMinimumSize(440, 380)
        shown = label(self.tr("Version {version}").format(version=__version__), "hint")
        named(shown, "aboutVersion", shown.text())
        licences = named(QTextBrowser(), "aboutLicences", self.tr("Libraries and their licences"))
        licences.setPlainText("\n".join(_licences()))
        licences.setTabChangesFocus(True)
        close = named(button(self.tr("Close"), "", self.accept), "aboutClose", self.tr("Close"))
        self.setLayout(
            column(
                label("Batchsheet", "title"),
                shown,
                label(self.tr("Free software under the MIT licence. It is made of:"), wrap=True),
                licences,
                row(1, close),
                spacing=10,
                margins=(20, 16, 20, 16),
            )
        )
        self.finished.connect(self.deleteLater)


def _licences() -> list[str]:
    lines = []
    for name in _MADE_OF:
        try:
            found = metadata(name)
            said = found.get_all("License-Expression") or found.get_all("License") or ["see its own files"]
            licence = str(said[0])
            lines.append(f"{name} {version(name)}: {licence.splitlines()[0][:80]}")
        except PackageNotFoundError:
            continue
    return lines
