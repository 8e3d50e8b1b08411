# What one does with Twofold. `make run` on a fresh machine is enough to try it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-large wall snb durability hostile look messages api-fuzz clean

PORT ?= 8000
HOST ?= 127.0.0.1
DB ?= sqlite
ARGS ?=
SNB ?= ../shared/data/ldbc-snb-tiny
IN = .venv/bin

# Images of containers set this; every process would compile everything anew, which takes longer than the rest.
unexport PYTHONDONTWRITEBYTECODE

help: ## say what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /|/' | column -t -s '|' 2>/dev/null \
		|| grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

# What is needed to serve; and all that is needed to work on it.
.venv/.for-running: uv.lock pyproject.toml
	@scripts/sync --no-dev --inexact
	@touch $@
.venv/.for-working: uv.lock pyproject.toml
	@scripts/sync
	@touch $@ .venv/.for-running

run: .venv/.for-running ## install, fill the demo network once, and serve it at http://localhost:8000
	@$(IN)/twofold init --quiet
	@$(IN)/twofold demo --once
	@echo
	@echo "  Twofold is at http://localhost:$(PORT)  (Ctrl+C stops it)"
	@echo "  Everybody of the demo network may sign in with one click on the sign-in page;"
	@echo "  begin as nadia@example.org: @nadia.okafor at work, @nadi among friends."
	@echo
	@TWOFOLD_DEMO=1 TWOFOLD_BASE_URL=$${TWOFOLD_BASE_URL:-http://localhost:$(PORT)} \
		$(IN)/twofold serve --host $(HOST) --port $(PORT)

test: .venv/.for-working ## run the tests; DB=postgres on a PostgreSQL that it starts itself; ARGS= for pytest
	@$(IN)/python -m tests.run $(DB) $(ARGS)

check: .venv/.for-working ## style, types, storeys, templates, migrations
	$(IN)/ruff check
	$(IN)/ruff format --check
	$(IN)/lint-imports
	$(IN)/mypy twofold
	TWOFOLD_DATA_DIR=build/check $(IN)/python -W error manage.py makemigrations --check --dry-run
	TWOFOLD_DATA_DIR=build/check TWOFOLD_BASE_URL=https://example.org \
		$(IN)/python manage.py check --deploy --fail-level WARNING

bench: .venv/.for-working ## measure, in under ten minutes; the figures go to build/bench.json
	@$(IN)/python -m bench $(ARGS)

bench-large: .venv/.for-working ## measure at full size; takes long
	@$(IN)/python -m bench --large $(ARGS)

wall: .venv/.for-working ## compare what everybody sees with what they may see
	@$(IN)/python -m tests.wall $(ARGS)

snb: .venv/.for-working ## compare our answers with those of a public social network benchmark's data
	@$(IN)/python -m bench.snb $(SNB) $(ARGS)

durability: .venv/.for-working ## kill the server 2,000 writes long; go through all migrations
	@$(IN)/python -m tests.durability $(ARGS)
	@$(IN)/python -m pytest -m slow tests/keeping

hostile: .venv/.for-working ## give three hundred hostile files to the decoders, and watch what they do
	@$(IN)/python -m tests.hostile $(ARGS)

look: .venv/.for-working ## photograph every page in build/look, and look for what shuts people out
	@$(IN)/python -m tests.look $(ARGS)

messages: .venv/.for-working ## gather the words to translate, and compile the translations
	@$(IN)/python scripts/messages.py

api-fuzz: .venv/.for-working ## throw odd requests at the JSON interface
	@$(IN)/python -m tests.fuzz $(ARGS)

clean: ## remove what was built; never what is kept in data/
	rm -rf build .mypy_cache .ruff_cache .import_linter_cache .hypothesis .schemathesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
