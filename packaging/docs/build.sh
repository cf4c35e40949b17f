#!/bin/sh
# The documentation as pages for a browser, in build/docs. Every warning is an error: no link leads nowhere.
set -eu
unset CDPATH PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/../.."

venv=build/docs-venv
stamp=$venv/made-from
if ! cmp -s requirements-docs.lock "$stamp"; then
    .venv/bin/python -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-docs.lock
    cp requirements-docs.lock "$stamp"
fi
.venv/bin/python packaging/docs/pages.py build/docs-source
# In the folder of the project, so that conf.py finds the version.
PYTHONPATH=. "$venv/bin/python" -m sphinx -b html --fail-on-warning --keep-going --fresh-env --quiet \
    -d build/docs-work build/docs-source build/docs
echo "build/docs/index.html"
