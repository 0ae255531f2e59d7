# Two commands set all up from a fresh clone: `make demo` and `make test`. `make help` lists the rest.
# SHORT=1 gives the short form of what is long. Every target prints its figures last, on one line.

PYTHON ?= python3
SHORT ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
STAMPS := $(VENV)/stamps
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test test-update pytest lint format generate new oracle bench bench-validate truth truth-validate bugs fuzz keystrokes soak wild vsix vscode neovim wheel docs lock clean

help:  ## what there is
	@sed -n 's/^\([a-z-]*\):.*##/\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

# ---- what the rest stands on: each stamp is one finished step, so that a second run starts at once

$(STAMPS)/venv:
	@sh scripts/venv.sh "$(PYTHON)" $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/package: $(STAMPS)/venv requirements/server.lock requirements/build.lock pyproject.toml
	@echo 'Installing keras-shapes into $(VENV)'
	@$(PIP) -r requirements/server.lock -r requirements/build.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/package requirements/dev.lock
	@$(PIP) -r requirements/dev.lock
	@touch $@

$(STAMPS)/keras: $(STAMPS)/dev requirements/keras.lock
	@echo 'Installing TensorFlow and Keras into $(VENV) (600 MB; minutes)'
	@$(PIP) -r requirements/keras.lock
	@touch $@

$(STAMPS)/bench: $(STAMPS)/dev requirements/bench.lock
	@$(PIP) -r requirements/bench.lock
	@touch $@

node_modules/.stamp: package-lock.json package.json
	@npm ci --no-audit --no-fund
	@touch $@

build/system: scripts/system.sh
	@sh scripts/system.sh
	@mkdir -p build && touch $@

setup: build/system $(STAMPS)/keras node_modules/.stamp  ## everything that tests need, TensorFlow included

# ---- the main job

demo: $(STAMPS)/package  ## the main job on examples/, from nothing
	@sh scripts/demo.sh $(BIN)

test: setup  ## every test, from nothing
	@$(BIN)/python scripts/run_tests.py

# ---- the parts of `make test`, each also alone

pytest: $(STAMPS)/keras  ## the Python tests, with real Keras
	@$(BIN)/python -m pytest

test-update: $(STAMPS)/dev  ## write on the pages of tests/md what the analysis says now
	@$(BIN)/python -m tests.md.update

truth: $(STAMPS)/keras  ## the pages of tests/md, told by us and run by real Keras
	@$(BIN)/python -W ignore -m tests.md

lint: $(STAMPS)/dev node_modules/.stamp  ## ruff, mypy, TypeScript, eslint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@npm run --silent lint
	@echo "lint: nothing found in $$(git ls-files '*.py' '*.ts' '*.mjs' '*.cjs' | wc -l) files"

oracle: $(STAMPS)/keras  ## every shape rule against real Keras, numpy, TensorFlow
	@$(BIN)/python -m tests.oracle $(if $(SHORT),--count 5,--record)

PACKED := $(shell find server client package.json README.md CHANGELOG.md LICENSE -type f ! -name '*.pyc' ! -path '*/out/*' ! -path '*.egg-info/*')

build/keras-shapes.vsix: $(STAMPS)/package node_modules/.stamp requirements/server.lock scripts/bundle_server.py $(PACKED)
	@PYTHON=$(BIN)/python npm run --silent package

vsix: build/keras-shapes.vsix  ## the extension, its Python libraries inside
	@ls -s --block-size=K $<

vscode: build/system build/keras-shapes.vsix $(STAMPS)/keras  ## drive the extension in a real VS Code
	@npm run --silent test:vscode

neovim: build/system $(STAMPS)/package  ## drive the server in Neovim
	@npm run --silent test:neovim

# ---- the rest

format: $(STAMPS)/dev  ## write the house's formatting
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

generate: $(STAMPS)/package  ## rule pages, settings in package.json, README tables
	@$(BIN)/python scripts/generate.py

new: $(STAMPS)/keras  ## skeletons: make new KIND=layer|function|diagnostic|fix|format|feature NAME=…
	@$(BIN)/python scripts/new.py "$(KIND)" "$(NAME)" "$(FILE)"

bench: $(STAMPS)/bench  ## edit → diagnostics beside ruff and ty, in one run
	@$(BIN)/python -m tests.benchmarks $(if $(SHORT),--short)

bench-validate: $(STAMPS)/keras  ## validation beside the import of TensorFlow, in one run; its memory
	@$(BIN)/python -W ignore -m tests.benchmarks.validation $(if $(SHORT),--short)

truth-validate: $(STAMPS)/keras  ## verdicts beside whole programs really run; then a storm of faults
	@$(BIN)/python -W ignore -m tests.verdicts $(if $(SHORT),--short)

bugs: $(STAMPS)/keras  ## mistakes that people made: how many are found, mended, and seen where nothing is wrong
	@$(BIN)/python -W ignore -m tests.bugs $(if $(SHORT),--short,--write)

fuzz: $(STAMPS)/dev  ## keys struck at random: no crash, and the same as a fresh analysis
	@$(BIN)/python -W ignore -m tests.fuzz --seconds $(if $(SHORT),20,300)

keystrokes: $(STAMPS)/dev  ## programs typed key by key through the server: no finding flickers
	@$(BIN)/python -W ignore -m tests.fuzz.keystrokes --programs $(if $(SHORT),3,20)

soak: $(STAMPS)/dev  ## one server, thousands of edits: neither larger nor slower
	@$(BIN)/python -m tests.soak --edits $(if $(SHORT),2000,20000)

wild: $(STAMPS)/keras  ## real packages: no crash, no false alarm
	@$(BIN)/python -m tests.wild $(if $(SHORT),--short)

wheel: $(STAMPS)/dev  ## the Python package, in build/dist
	@rm -rf build/lib build/dist  # setuptools would pack what an earlier build left there
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w build/dist . && ls -s --block-size=K build/dist/*.whl

docs: generate  ## the same as generate

lock:  ## pin the Python dependencies anew (UPGRADE=1: the newest)
	@UPGRADE=$(UPGRADE) sh scripts/lock.sh

clean:  ## remove all that was built or installed here
	rm -rf build bundled client/out node_modules $(VENV) server/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
