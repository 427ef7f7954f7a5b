# The commands of the README are `make run` and `make test`; `make check` is what CI asks before it runs the tests.

# Makes rules run in one shell each, with bash's errors on, so that a failing step stops the rule.
SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.ONESHELL:
.DEFAULT_GOAL := help

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
STAMP := .venv/set-up.stamp
DEMO := demo-vault
PYTEST_ARGS ?=
CHECKED := manifest_app tests benchmarks packaging

.PHONY: help run venv test check format translations lock bench package soak screens

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 24

run: venv  ## Open the program on a demonstration vault; without a display, tell the same story here
	@$(BIN)/python packaging/run_demo.py $(DEMO)

venv: $(STAMP)  ## Make .venv/ with the program in it

$(STAMP): requirements.lock pyproject.toml packaging/bootstrap.py packaging/system_libraries.py
	@python=
	for candidate in "$${PYTHON:-python3}" python3.13 python3.12 python3.11; do
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
	        python=$$candidate
	        break
	    fi
	done
	if [ -z "$$python" ]; then
	    echo 'Manifest App needs Python 3.11 or newer, and there is none on the path (python3, python3.13, python3.12, python3.11).'
	    echo 'Install one, on Debian or Ubuntu with: sudo apt-get install python3 python3-venv'
	    exit 1
	fi
	"$$python" packaging/bootstrap.py
	touch $@

test: venv  ## Run the whole test suite, offscreen
	@$(BIN)/python packaging/run_tests.py -n 2 $(PYTEST_ARGS)

check: venv  ## Style, types, floors, translations, licences
	@$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict $(CHECKED)
	$(BIN)/lint-imports
	$(BIN)/python packaging/translations.py check
	$(BIN)/python packaging/licences.py

format: venv  ## Bring the code into its form
	@$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: venv  ## Take new texts of the desktop into resources/translations
	@$(BIN)/python packaging/translations.py update

lock: venv  ## Bring requirements.lock up to date (for maintainers; fetches uv)
	@$(BIN)/python packaging/lock.py

bench: venv  ## Measure what the README promises
	@$(BIN)/python -m benchmarks

package: venv  ## Build the program for this system and try it out
	@$(BIN)/python packaging/package.py

soak: venv  ## The long tests: hours, not minutes
	@SOAK=1 $(BIN)/python packaging/run_tests.py -p no:xdist tests/faults tests/e2e/test_kill.py tests/properties $(PYTEST_ARGS)
	$(BIN)/python -m tests.corpora.soak
	$(BIN)/python -m tests.fuzz.soak 600

screens: venv  ## Take pictures of the desktop for the documents
	@$(BIN)/python packaging/screens.py
