# Two commands: `make graph` builds output/ from seeds/, `make test` runs everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: graph test accuracy bench

graph: $(VENV)/installed
	$(BIN)/kg build seeds -o output

test: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

accuracy: $(VENV)/ready-to-test
	$(BIN)/python -m tests.accuracy

bench: $(VENV)/ready-to-test
	$(BIN)/python -m tests.bench

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/ready-to-test: $(VENV)/installed
	$(BIN)/pip install --quiet --editable '.[test]' --constraint constraints.txt
	sh tests/install_chromium.sh
	touch $@
