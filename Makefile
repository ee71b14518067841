# `make build` and `make test` do all the set-up; they need Python 3.11 or newer and make, nothing else.

PYTHON ?= $(firstword $(foreach each,python3.14 python3.13 python3.12 python3.11 python3 python,\
	$(if $(shell $(each) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>&1 || echo no),,$(each))))
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
INSTALLED := $(VENV)/.installed

.PHONY: build test check lint types compile starter pictures lock clean

build: $(INSTALLED)  ## the documents of data/ in output/
	$(BIN)/awardgen build

test: $(INSTALLED)  ## the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: lint types test  ## what a change must pass

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(INSTALLED)
	$(BIN)/mypy

compile: $(INSTALLED)  ## the reader of write-ups anew, where there is a C compiler; without it the sources are run
	$(BIN)/python -m tools.compile

starter: $(INSTALLED)  ## data/ and templates/ anew from tools/
	$(BIN)/python -m tools.starter
	$(BIN)/python -m tools.templates

pictures: $(INSTALLED)  ## docs/images anew; needs Chromium, LibreOffice, poppler and ImageMagick
	$(BIN)/python -m tools.pictures

lock: $(INSTALLED)  ## requirements.lock anew; needs uv
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock

$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer (with its venv module) was not found.'; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m tools.compile >$(VENV)/compile.log 2>&1 || true
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .coverage
