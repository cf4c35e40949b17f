# Each command installs what it needs first; README.md says what they do.
export BATCHSHEET_MAKEFILE := $(MAKEFILE_LIST)
# Works from any folder (make -C, make -f), spaces in its path included.
HERE = unset CDPATH; cd -- "$$(dirname -- "$$(printf '%s' "$$BATCHSHEET_MAKEFILE" | sed 's/^ *//')")" &&
PYTHON_IN = .venv/bin/python

.PHONY: run test check bench lock examples pictures pages translations bundle fuzz docs

# The window in practice mode; without a screen the whole job, driven by itself.
run:
	@$(HERE) sh packaging/setup.sh run && sh packaging/start.sh

# Formatter, linter, types, import rules, then the whole test suite.
test: check
	@$(HERE) $(PYTHON_IN) -m pytest $(PYTEST_OPTIONS)

check:
	@$(HERE) sh packaging/setup.sh test
	@$(HERE) sh packaging/check.sh

# The program beside the bare libraries it stands on, as one table; under ten minutes.
bench:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) -m benchmarks.run $(BENCH)

# All lock files anew from pyproject.toml; needs uv.
lock:
	@$(HERE) sh packaging/lock.sh

# The shipped example workbooks anew.
examples:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) packaging/make_examples.py

# The texts of the program gathered for translation, and what is translated compiled.
translations:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) packaging/translations.py

# The guide's pictures anew.
pictures:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) packaging/guide_pictures.py

# Every page in every state as a picture, to be looked at; under build/pages.
pages:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) packaging/page_pictures.py

# The program with its own Python, for people who have none: the .deb and the tarball, in build/dist (Linux).
bundle:
	@$(HERE) sh packaging/setup.sh run && sh packaging/bundle/build.sh && sh packaging/bundle/linux/package.sh

# Harmed files, recipes and answers, 2,000 of each kind: about half an hour. FUZZ="csv --seed 7" for some of it.
fuzz:
	@$(HERE) sh packaging/setup.sh test && $(PYTHON_IN) -m tests.fuzz.run $(FUZZ)

# The guide as pages for a browser: build/docs/index.html. A link that leads nowhere is an error.
docs:
	@$(HERE) sh packaging/setup.sh run && sh packaging/docs/build.sh
