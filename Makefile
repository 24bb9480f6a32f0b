# memcon: `make demo` reads an example page, `make test` runs the tests. Both set up .venv first.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCKED := --require-hashes --only-binary :all:
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--only-binary :all: --no-emit-index-url --custom-compile-command "make lock" --quiet --group build
DEMO ?= examples/reykjavik/page.html
DEMO_OPTIONS ?=

.PHONY: demo test check fix bench docs fuzz lock setup setup-dev clean

demo: setup
	@$(BIN)/memcon read $(DEMO_OPTIONS) $(DEMO)

test: setup-dev
	$(BIN)/pytest

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/pytest --quiet tests/contract/test_house.py

fix: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Figures for docs/benchmarks.md; below a floor it fails. The data lies in ../shared.
bench: setup-dev
	$(BIN)/python bench/score.py

docs: setup-dev
	$(BIN)/python docs/generate.py

# Ten thousand odd pages and texts; the test suite tries a few of them.
fuzz: setup-dev
	$(BIN)/pytest -m fuzz --hypothesis-profile fuzz --timeout 0

lock: setup-dev
	$(COMPILE) --upgrade --output-file requirements.lock
	$(COMPILE) --upgrade --all-extras --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock

setup: .venv/installed
setup-dev: .venv/installed-dev

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "memcon needs Python 3.11 or later")'
	$(PYTHON) -m venv .venv

# With the locked build backend memcon itself is installed without a look at any index.
define install
	@echo "Installing $(1) into .venv; the first time takes a minute or two."
	@$(PIP) install $(LOCKED) -r $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
endef

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	$(call install,requirements.lock)
	@touch $@

.venv/installed-dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	$(call install,requirements-dev.lock)
	@touch $@ .venv/installed

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache
