"""How Sphinx makes the documentation's pages; see build.sh, which puts the project's folder on the path."""

from app import __version__

project = "Batchsheet"
copyright = "the Batchsheet maintainers, under the MIT licence"  # noqa: A001 - Sphinx names it so
release = version = __version__
html_title = f"Batchsheet {version}"
html_theme = "furo"
html_logo = html_favicon = "batchsheet.svg"
html_copy_source = False
html_show_sphinx = False
extensions = ["myst_parser"]
myst_heading_anchors = 3
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # a language that nobody colours is shown plain
