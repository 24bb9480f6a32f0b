# memcon: `make demo` adds the example pages to a desk and asks it, `make test` runs the tests. Both
# set up .venv first.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
TRAINING := .venv-training
PIP = $(BIN)/python -m pip --disable-pip-version-check -qq
LOCKED := --require-hashes --only-binary :all:
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--only-binary :all: --no-emit-index-url --custom-compile-command "make lock" --quiet --group build
DEMO := .demo/story.memcon
DEMO_QUESTION ?= relation USA RUS --since 2021-04-01 --as-of 2021-06-20
DEMO_OPTIONS ?=
SHARED ?= ../shared

.PHONY: demo serve test check fix bench docs screenshots train fuzz lock setup setup-dev clean

# The summit of 2021, from proposal to meeting, in the words of many outlets.
demo: setup
	@rm -rf $(dir $(DEMO))
	@$(BIN)/memcon desk init --desk $(DEMO) >&2
	@$(BIN)/memcon add --desk $(DEMO) $(wildcard examples/*/page.*) >&2
	@$(BIN)/memcon $(DEMO_QUESTION) --desk $(DEMO) $(DEMO_OPTIONS)

# The same desk in the browser, until Ctrl-C.
serve: demo
	@$(BIN)/memcon serve --desk $(DEMO)

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
	$(BIN)/python docs/cards.py

# The desk in the browser, for the docs; PAGES="relation map" draws those alone.
screenshots: setup-dev demo
	PYTHONPATH=tests $(BIN)/python docs/screenshots.py $(DEMO) $(PAGES)

# From the data folder to src/memcon/models/weights: on two cores under three hours, no GPU. What
# lies in training/out is not made again: a training that was stopped goes on.
train: $(TRAINING)/installed
	PYTHONPATH=training $(TRAINING)/bin/python -m memcon_training --shared $(SHARED)
	$(TRAINING)/bin/python docs/reliability.py

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
	@echo "Installing $(1) into $(BIN:/bin=); the first time takes a minute or two."
	@$(PIP) install $(LOCKED) -r $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
endef

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	$(call install,requirements.lock)
	@touch $@

.venv/installed-dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	$(call install,requirements-dev.lock)
	@touch $@ .venv/installed

# PyTorch's build for CPUs is enough: where PIP_EXTRA_INDEX_URL names its index, pip takes it and
# leaves out the libraries for GPUs, which are some gigabytes.
$(TRAINING)/installed: BIN := $(TRAINING)/bin
$(TRAINING)/installed: requirements.lock training/requirements.lock pyproject.toml
	$(PYTHON) -m venv $(TRAINING)
	$(call install,requirements.lock)
	@$(PIP) install --only-binary :all: -r training/requirements.lock
	@touch $@

clean:
	rm -rf .venv $(TRAINING) .demo .pytest_cache .ruff_cache .hypothesis .import_linter_cache
