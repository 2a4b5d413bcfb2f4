# The first Python that is new enough; name another with `make up PYTHON=…`.
PYTHON ?= $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$candidate && exit; done; echo python3)

.DEFAULT_GOAL := help

help:  ## Show these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up:  ## Run everything until Ctrl-C, and print where it is
dev:  ## Run everything from the sources, where an edit takes effect by itself
demo:  ## Send one form through the whole system and check both destinations
test:  ## Run every check and test
test-backend:  ## Run the backend's tests, on a real PostgreSQL, Valkey and Tryton
test-security:  ## Try to break in, in every way we know, and print what was refused
test-frontend:  ## Run the frontend's tests
test-e2e:  ## Run the browser tests against a whole stack
test-client:  ## Run the tests of the command line and the Python client, against a whole stack
test-errors:  ## Throw an error on each side and read it at Bugsink, with source maps
test-kubernetes:  ## Render the files of kubernetes/ with kubectl and judge what comes out
test-recovery:  ## Destroy a cluster under load, recover it with Barman, print RPO and RTO
test-restore:  ## Lose everything under load, restore the backup, and compare with the destinations
test-images:  ## Build the images, start each, and stop it with work in flight (Docker or Podman)
test-nightly:  ## Run what is too long for `make test`: other looks, a first day with 500 failures, drills
test-contract:  ## Try each operation of the API with many more generated requests than `make test`
test-verdicts:  ## Compare what page and server say of 8,400 generated answers to forms
test-reload:  ## Edit a file of each kind while `make dev` runs in a copy, and see each edit take effect
test-upgrade:  ## Upgrade the last release under load, and go back; nothing may be lost
lint:  ## Run the linters and type checkers
advisories:  ## Ask whether a weakness is known in what is installed (pip-audit, npm audit)
sbom:  ## Write what Waybill consists of, as CycloneDX, into .local/sbom/
chaos:  ## Break a system of its own on purpose and see what becomes of it (FAULT=3, QUICK=1, SIZE=10000)
bench:  ## Measure speed, on a stack of its own (ONLY=intake,delivery GROWTH=1 SOAK=1)
bench-picture:  ## Draw the latest figures into docs/images/
services:  ## Run PostgreSQL and Valkey only, in the background
stop:  ## Stop what runs in the background
client:  ## Generate the Python client from the OpenAPI document
requirements:  ## Recompile the pinned Python requirements
clean:  ## Stop everything and remove the local stack, its data and all that was built

COMMANDS := $(filter-out help clean,$(shell sed -n 's/^\([a-z0-9-]*\):.*\#\# .*/\1/p' Makefile))

$(COMMANDS):
	@$(PYTHON) -m dev $@

clean:
	@if [ -x .local/venv/bin/python ]; then $(PYTHON) -m dev stop; fi
	rm -rf .local frontend/.next frontend/node_modules bench/lighthouse/node_modules

.PHONY: help clean $(COMMANDS)
