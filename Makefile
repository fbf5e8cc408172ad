# Two commands: `make site` and `make test`. Each sets up what it needs in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONPATH := scripts
export NO_MKDOCS_2_WARNING := 1
# Dates in generated files come from the last commit, never from the clock.
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
export PYTHONHASHSEED := 0
# Each program compiles its modules once, also where an image says that Python shall keep nothing.
unexport PYTHONDONTWRITEBYTECODE

# The website is built beside the old one and exchanged when it is whole.
define website
	$(BIN)/mkdocs build --strict --quiet --site-dir .cache/site
	$(BIN)/python -m juesuan -q offline .cache/site
	@rm -rf .cache/site.old
	@test ! -e site || mv site .cache/site.old
	@mv .cache/site site
	@rm -rf .cache/site.old
endef

.PHONY: site serve test quick mutate check format lint types packages generated strict bench sensitivity rows schemas pictures hooks lock clean

site: $(VENV)/site
	$(BIN)/python -m juesuan build
	$(website)
	@echo "the website is in site/"

serve: site
	$(BIN)/mkdocs serve

# Two processes; the tests of a file stay in one, the website is built once for both (tests/conftest.py).
test: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# What matters, in under a minute: no website is built, no browser and no office suite started.
quick: $(VENV)/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow and not browser and not office"

# Faults put into the program, one at a time: which ones does no test notice? (minutes)
mutate: $(VENV)/dev
	$(BIN)/python -m tests.mutate

# What is cheap comes first. The tests hold that packages are valid and what their sources give.
check: format lint types test strict

format: $(VENV)/dev
	$(BIN)/ruff format --check scripts tests tools

lint: $(VENV)/dev
	$(BIN)/ruff check scripts tests tools

types: $(VENV)/dev
	$(BIN)/mypy

packages: $(VENV)/dev
	$(BIN)/python -m juesuan validate

# The committed packages are what the sources give with this code.
generated: $(VENV)/dev
	$(BIN)/python -m juesuan build --all --only packages
	git diff --exit-code --stat -- datapackages

strict: $(VENV)/dev
	$(BIN)/python -m juesuan build --only pages
	$(website)

bench: $(VENV)/dev
	$(BIN)/python -m tests.bench

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

hooks: $(VENV)/dev
	$(BIN)/pre-commit install --hook-type pre-commit --hook-type commit-msg

lock:
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet pip-tools
	cd requirements && for name in site dev; do ../.cache/lock/bin/pip-compile --quiet --generate-hashes \
	  --no-emit-index-url --no-emit-trusted-host --no-header --strip-extras --allow-unsafe \
	  --output-file $$name.txt $$name.in; done

clean:
	rm -rf .venv .cache build site docs/d docs/api

$(VENV)/site: requirements/site.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	printf '%s\n' '#!/bin/sh' 'here=$$(cd "$$(dirname "$$0")/../.." && pwd)' \
	  'PYTHONPATH="$$here/scripts" exec "$$here/$(BIN)/python" -m juesuan "$$@"' > $(BIN)/juesuan
	chmod +x $(BIN)/juesuan
	touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@
