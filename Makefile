# One command for each thing to do; each sets up .venv/ first where that is needed.

PYTHON ?= python3
GENERATOR ?= mkdocs
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1  # of 2027: MkDocs is pinned
# Coverage of what runs inside the process of a program: besides its own folder it may write there.
SHARED := $(if $(wildcard /dev/shm/.),/dev/shm,$(CURDIR)/.check)
export COVERAGE_FILE := $(SHARED)/coverage-$(shell echo $(CURDIR) | cksum | cut -d' ' -f1)/data

LOCK := --quiet --universal --fork-strategy fewest --generate-hashes --no-emit-index-url --python-version 3.11
# What a shard leaves for `make coverage`, named after it.
SHARE = .check/coverage/data.$(subst /,-of-,$(SHARD))-on-$$($(BIN)/python -c 'import platform; print(platform.python_version())')

.PHONY: help setup torch lint test coverage site offline serve look picture record lock upgrade releases drawing links watch bench mutants clean

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .venv/ready  ## make .venv/ with the locked versions

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(None if (3, 11) <= v <= (3, 13) else "Python 3.11 to 3.13 is needed, and $(PYTHON) is %d.%d: try make PYTHON=python3.11" % v)'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --compile -r requirements.lock
	touch $@

torch: setup  ## add PyTorch, which a few programs need: several GB on Linux
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-torch.lock

lint: setup  ## check the style and the types of all code, the lock, the workflows, the forms
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m tools.locked
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema custom.github-workflows-require-timeout .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/broken-program.yml .github/ISSUE_TEMPLATE/wrong-statement.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.citation-file-format CITATION.cff
	$(BIN)/zizmor --quiet --offline --no-progress --strict-collection --persona auditor .github

test: setup  ## run all programs and all tests; a share: SHARD=2/5
	@mkdir -p $(dir $(COVERAGE_FILE)) && rm -f $(dir $(COVERAGE_FILE))*
	$(BIN)/coverage run -m pytest -n logical --dist worksteal $(if $(SHARD),--shard $(SHARD)) $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(if $(SHARD),mkdir -p .check/coverage && cp $(COVERAGE_FILE) $(SHARE))
	$(BIN)/coverage report $(if $(SHARD)$(ARGS),--fail-under=0)

coverage: setup  ## hold what the tests of all shards covered against the floor
	@mkdir -p $(dir $(COVERAGE_FILE)) && rm -f $(dir $(COVERAGE_FILE))*
	$(BIN)/coverage combine --quiet --keep .check/coverage/
	$(BIN)/coverage report

# The sources have the date of their commit, and two builds of it are the same bytes; changed ones have none.
SOURCES = $(or $(SOURCE_DATE_EPOCH),$(if $(shell git status --porcelain 2>/dev/null),,$(shell git log -1 --format=%ct 2>/dev/null)))
DATED = $(if $(SOURCES),SOURCE_DATE_EPOCH=$(SOURCES))
# MkDocs empties the folder before it is strict: the last good site stays until this one is whole.
BUILT := .check/site
GENERATE = $(if $(filter mkdocs,$(GENERATOR)),mkdocs build --strict --site-dir $(BUILT) && rm -rf site && mv $(BUILT) site,python -m tools.site.stage $(GENERATOR))

site: setup  ## build the checked site into site/; with another: GENERATOR=properdocs, =zensical
	$(DATED) $(BIN)/$(GENERATE)
	$(DATED) $(BIN)/python -m tools.site.materials

offline: site  ## pack the checked site into one zip to carry, tensorflow-vs-keras.zip
	$(BIN)/python -m tools.site.offline

look: site  ## show what looks different than at the last commit, or AGAINST=main
	$(BIN)/python -m tools.look $(AGAINST)

picture: site  ## take the picture of the README anew
	$(BIN)/python -m tools.picture

serve: setup  ## serve the checked site, and check again at each change
	$(BIN)/mkdocs serve

record: setup  ## write what programs print: all, or ONLY=why-keras/dense_by_hand
	$(BIN)/python -m tools.record $(ONLY)

lock: setup  ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/uv pip compile $(LOCK) --group dev pyproject.toml -o requirements.lock
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']['torch'], sep='\n')" | \
		$(BIN)/uv pip compile $(LOCK) --custom-compile-command "make lock" -c requirements.lock - -o requirements-torch.lock

upgrade: setup  ## newer packages, and all that follows, or TF=2.22 KERAS=3.16
	$(BIN)/python -m tools.upgrade $(if $(TF),TF=$(TF)) $(if $(KERAS),KERAS=$(KERAS))

releases: setup  ## measure the ledger: releases it lacks, or ONLY=2.21, ONLY=nightly
	$(BIN)/python -m tools.ledger.measure $(ONLY)

drawing: setup  ## write anew what the architecture page shows of the code
	$(BIN)/python -m tools.architecture

links: setup  ## look up every source of the pages, with its words, on the network
	$(BIN)/python -m tools.statements.links

watch: setup  ## try newer releases, look up all sources, audit the lock; or WITH="tf-nightly keras-nightly"
	$(BIN)/python -m tools.watch $(foreach one,$(WITH),'$(one)')

bench: setup  ## measure how fast the check is, all or ONLY=serve
	$(BIN)/python -m tools.bench $(ONLY)

mutants: setup  ## list changes of programs that no output shows: all, or ONLY=why-keras
	$(BIN)/python -m tools.mutants $(ONLY)

clean:  ## remove everything that was made
	rm -rf .venv .check site tensorflow-vs-keras.zip $(dir $(COVERAGE_FILE)) .mypy_cache .pytest_cache .ruff_cache
	find docs examples tests tools -name __pycache__ -prune -exec rm -rf {} +
