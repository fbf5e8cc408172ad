# Two commands: `make site` and `make test`. Each sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Nothing is installed but what requirements/ names with its hash.
HASHED := --quiet --disable-pip-version-check --require-hashes
export PYTHONPATH := scripts
# Dates in generated files come from the last commit, never from the clock.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
export PYTHONHASHSEED := 0
# Each program compiles its modules once, also where an image says that Python shall keep nothing.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: python site serve test quick thorough mutate check tested program tracked audit sbom release format lint types packages generated strict bench sensitivity rows schemas pictures hooks lock ocr clean

# A disclosure that cannot be built (status 1) never stops the others: the website is made with its last
# good package, the report names it, and the status is kept to the end.
site: python tracked $(VENV)/site
	@mkdir -p .cache
	@rm -f .cache/report.md
	$(BIN)/python -m juesuan site --report .cache/report.md

serve: python tracked $(VENV)/site
	$(BIN)/python -m juesuan serve

# Two processes; the tests of a file stay in one, the website is built once for both (tests/conftest.py).
test: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# What matters, in about a minute on two cores: no website is built, no browser and no office suite started.
quick: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow and not browser and not office"

# More shapes of tables, extractions and damage than each run can wait for (twenty minutes).
thorough: $(VENV)/dev
	THOROUGH=1 $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/parse tests/check

# Faults put into the program, one at a time: which ones does no test notice? (minutes)
mutate: $(VENV)/dev
	$(BIN)/python -m tests.mutate

# What is cheap comes first. The tests hold that packages are valid and what their sources give.
check: tested strict

# Without the website of all disclosures, which the report of a pull request builds.
tested: tracked format lint types audit test

# Of the program alone, whatever the data are: before main is published (publish.yml proves the data).
program: tracked format lint types audit
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/data

# At once, and before anything is made with it: is Python there and new enough, also that of a .venv that is there?
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
python:
	@$(PYTHON) $(NEW_ENOUGH) 2>/dev/null || { echo "$(PYTHON): found \
	$$($(PYTHON) --version 2>&1 || echo no Python); expected Python 3.11 or newer. What to do: install it, or name it: \
	make PYTHON=python3.12" >&2; exit 2; }
	@test ! -e $(BIN)/python || $(BIN)/python $(NEW_ENOUGH) 2>/dev/null || { echo "$(VENV): made by an older or a \
	lost Python; it is removed and made anew" >&2; rm -rf $(VENV); }

# No cache, no page and no symbolic link is committed.
tracked:
	$(PYTHON) -m tools.tracked

# Of medium severity or higher: faults of the workflows, of the code.
audit: $(VENV)/dev
	$(BIN)/zizmor --offline --no-progress --quiet --min-severity medium .github
	$(BIN)/bandit --quiet --recursive --severity-level medium scripts tools

# What the website was built with, as CycloneDX tells it: from the lock, so the same everywhere.
sbom: $(VENV)/dev
	test -f site/index.html
	env -u SOURCE_DATE_EPOCH $(BIN)/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml \
	  --output-reproducible --output-file site/sbom.cdx.json 2>/dev/null

# All data as a release, with what changed since the one before: make release BEFORE=2026.10 RELEASE=2026.11
BEFORE ?=
RELEASE ?= release
release: site sbom
	$(BIN)/python -m juesuan release --to $(RELEASE) --sbom site/sbom.cdx.json $(if $(BEFORE),--before $(BEFORE))

format: $(VENV)/dev
	$(BIN)/ruff format --check scripts tests tools

lint: $(VENV)/dev
	$(BIN)/ruff check scripts tests tools

types: $(VENV)/dev
	$(BIN)/mypy

# Valid, and what the sources give; with PROVE=--new only what is not proved yet.
PROVE ?=
packages: $(VENV)/site
	$(BIN)/python -m juesuan validate $(PROVE)

# The committed packages are what the sources give with this code.
generated: $(VENV)/dev
	$(BIN)/python -m juesuan build --all --only packages
	git diff --exit-code --stat -- datapackages

strict: $(VENV)/dev
	$(BIN)/python -m juesuan site --no-convert

# BENCH="--most 100" leaves the largest out; --pdf compares with another reader of PDF too.
BENCH ?=
bench: $(VENV)/dev
	$(BIN)/python -m tests.bench $(BENCH)

# Which figures the rules guard: one digit changed at a time (minutes).
sensitivity: $(VENV)/dev
	$(BIN)/python -m tests.sensitivity --sample 4

# What editors know of the files that people write, from their models.
schemas: $(VENV)/dev
	$(BIN)/python -m tools.schemas

# The types of published rows, from terms/data/resources.toml.
rows: $(VENV)/dev
	$(BIN)/python -m tools.rows

# The pictures of docs/architecture.md, from the imports.
pictures: $(VENV)/dev
	$(BIN)/python -m tools.architecture

# What recognises the text of scans, which `juesuan add` asks for.
ocr: $(VENV)/ocr

hooks: $(VENV)/dev
	$(BIN)/pre-commit install --hook-type pre-commit --hook-type commit-msg

# Names, versions and hashes alone: where they are fetched from is up to the machine. `-P NAME` in
# LOCK takes the newest version of one, `--upgrade` of all.
LOCK ?=
lock:
	$(PYTHON) -m venv --clear .cache/pins
	.cache/pins/bin/python -m pip install $(HASHED) -r requirements/pip.txt
	.cache/pins/bin/python -m pip install $(HASHED) -r requirements/lock.txt
	cd requirements && for name in pip lock site dev ocr; do ../.cache/pins/bin/pip-compile --quiet --generate-hashes \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --allow-unsafe \
	  $(LOCK) --output-file $$name.txt $$name.in || exit 1; done

clean:
	rm -rf .venv .cache build site

$(VENV)/site: requirements/pip.txt requirements/site.txt
	@$(MAKE) --no-print-directory python
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(HASHED) -r requirements/pip.txt
	$(BIN)/python -m pip install $(HASHED) -r requirements/site.txt
	printf '%s\n' '#!/bin/sh' 'here=$$(cd "$$(dirname "$$0")/../.." && pwd)' \
	  'PYTHONPATH="$$here/scripts" exec "$$here/$(BIN)/python" -m juesuan "$$@"' > $(BIN)/juesuan
	chmod +x $(BIN)/juesuan
	touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/site
	$(BIN)/python -m pip install $(HASHED) -r requirements/dev.txt
	touch $@

$(VENV)/ocr: requirements/ocr.txt $(VENV)/site
	$(BIN)/python -m pip install $(HASHED) -r requirements/ocr.txt
	touch $@
