# CaseDesk: `make demo` and `make test` do all the set-up on a fresh machine.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SHELL := /bin/bash

.DEFAULT_GOAL := help
.PHONY: help install demo test lint bench torture atspi shared-data lock wheel clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

install: $(STAMP) ## make .venv with the command at .venv/bin/casedesk

$(STAMP): requirements/dev.txt pyproject.toml scripts/install.sh
	@scripts/install.sh $(VENV)
	@touch $@

demo: $(STAMP) ## the window on a made-up caseload; with no screen, reports and pictures in demo/
	@$(BIN)/casedesk demo --dir demo

test: $(STAMP) ## everything that keeps main green: style, types, import arrows, tests
	@scripts/system-packages.sh test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal -q

lint: $(STAMP) ## style, types and import arrows only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP) ## measure every job beside the bare work under it; writes benchmarks/results/
	$(BIN)/python -m benchmarks

torture: $(STAMP) ## every promise of docs/reliability.md, as often as it says; takes hours
	@scripts/system-packages.sh torture
	$(BIN)/python tests/torture/run_torture.py

atspi: $(STAMP) ## a keyworker's day in the real window, done as a screen reader does it
	@scripts/system-packages.sh atspi
	tests/atspi/run_a_day.sh $(BIN)/casedesk

shared-data: $(STAMP) ## read the sample files others made, where ../shared/data is there
	$(BIN)/pytest -q tests/shared_data --override-ini testpaths=tests/shared_data

lock: ## pin the dependencies again with hashes (needs uv on the PATH)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements/dev.txt
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements/runtime.txt

wheel: $(STAMP) ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean: ## remove what the targets made
	rm -rf $(VENV) demo dist build benchmarks/results tests/torture/results
