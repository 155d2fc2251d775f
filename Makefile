# Two commands on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := build/demo.db

.PHONY: demo test lint lock clean

demo: $(STAMP)
	mkdir -p build && rm -f $(DEMO) $(DEMO)-*
	$(BIN)/reportedly code examples/reports --metadata examples/reports.csv
	$(BIN)/reportedly run examples/reports --metadata examples/reports.csv --into $(DEMO)
	$(BIN)/reportedly incidents $(DEMO)
	$(BIN)/reportedly show $(DEMO) --place Misrin --type "Air/drone strike"

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# Needs uv; writes pinned versions with hashes and no address of any registry.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra dev --output-file requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('://' in open('requirements.lock').read())"

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
