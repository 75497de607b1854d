# Every target sets itself up; nothing is installed outside $(VENV), except by `make test-system`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
# The plain form of an editable install: the other one costs every start of Python ten milliseconds.
EDITABLE := --config-settings editable_mode=compat -e
# Two at a time: the servers that tests start choose their own ports.
WORKERS ?= 2
DEMO = INTERVIEWS_CONFIG=sample_calendars/settings.toml $(BIN)/interviews scan sample_calendars/candidate_week.ics \
  --now 2027-03-05T09:00

.PHONY: demo demo-caldav test test-system lint types contracts pytest bench clean

$(VENV)/.runtime: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) $(EDITABLE) .
	$(BIN)/python -m compileall -q scheduler cli
	touch $@

$(VENV)/.dev: $(VENV)/.runtime
	$(PIP) $(EDITABLE) '.[dev,solver,keyring]'
	touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(PIP) $(EDITABLE) '.[dev,solver,keyring,bench]'
	touch $@

demo: $(VENV)/.runtime
	@echo '$$ $(DEMO)'
	@$(DEMO) || test $$? -eq 1

demo-caldav: $(VENV)/.dev
	@$(BIN)/python scripts/demo_caldav.py

test: lint types contracts pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

pytest: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile

# Debian's packages for the tests that need libical or a browser; without them those tests are skipped and say so.
test-system:
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libical-dev chromium chromium-driver
	if command -v npm >/dev/null; then npm install --no-save --no-package-lock --silent axe-core ical.js; fi

bench: $(VENV)/.bench
	$(BIN)/python -m compileall -q scheduler cli
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.propose
	$(BIN)/python -m benchmarks.plan
	$(BIN)/python -m benchmarks.caldav

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
