# One command for each thing to do; each sets up .venv/ first where that is needed.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1  # of 2027: MkDocs is pinned
# Coverage of what runs inside the process of a program: besides its own folder it may write there.
SHARED := $(if $(wildcard /dev/shm/.),/dev/shm,$(CURDIR)/.check)
export COVERAGE_FILE := $(SHARED)/coverage-$(shell echo $(CURDIR) | cksum | cut -d' ' -f1)/data

.PHONY: help setup lint test site offline serve look record lock upgrade releases links watch bench mutants clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/ready  ## make .venv/ with the locked versions

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else "Python 3.11 to 3.13 is needed, and $(PYTHON) is %d.%d: try make PYTHON=python3.11" % v)'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --compile -r requirements.lock
	touch $@

lint: setup  ## check the style and the types of all code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: setup  ## run all programs and all tests; a share: SHARD=2/5
	@mkdir -p $(dir $(COVERAGE_FILE)) && rm -f $(dir $(COVERAGE_FILE))*
	$(BIN)/coverage run -m pytest $(if $(SHARD),--shard $(SHARD)) $(ARGS)
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report $(if $(SHARD)$(ARGS),--fail-under=0)

site: setup  ## build the checked site into site/
	$(BIN)/mkdocs build --strict

offline: site  ## pack the checked site into one zip to carry, tensorflow-vs-keras.zip
	$(BIN)/python -m tools.site.offline

look: site  ## show what looks different than at the last commit, or AGAINST=main
	$(BIN)/python -m tools.look $(AGAINST)

serve: setup  ## serve the checked site, and check again at each change
	$(BIN)/mkdocs serve

record: setup  ## write what programs print: all, or ONLY=why-keras/dense_by_hand
	$(BIN)/python -m tools.record $(ONLY)

lock: setup  ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-emit-index-url --python-version 3.11 --group dev pyproject.toml -o requirements.lock

upgrade: setup  ## newer packages, and all that follows, or TF=2.22 KERAS=3.16
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m tools.upgrade $(if $(TF),TF=$(TF)) $(if $(KERAS),KERAS=$(KERAS))

releases: setup  ## measure the ledger: releases it lacks, or ONLY=2.21, ONLY=nightly
	$(BIN)/python -m tools.ledger.measure $(ONLY)

links: setup  ## look up every source of the pages, with its words, on the network
	$(BIN)/python -m tools.statements.links

watch: setup  ## try newer releases, look up all sources, audit the lock; or WITH="tf-nightly keras-nightly"
	$(BIN)/python -m tools.watch $(foreach one,$(WITH),'$(one)')

bench: setup  ## measure how fast the check is, all or ONLY=serve
	$(BIN)/python -m tools.bench $(ONLY)

mutants: setup  ## list changes of programs that no output shows: all, or ONLY=why-keras
	$(BIN)/python -m tools.mutants $(ONLY)

clean:  ## remove everything that was made
	rm -rf .venv .check site tensorflow-vs-keras.zip
