PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help services stop requirements

help:  ## Show these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

services:  ## Run PostgreSQL and Valkey only, in the background
	@$(PYTHON) -m dev services

stop:  ## Stop what runs in the background
	@$(PYTHON) -m dev stop

requirements:  ## Recompile the pinned Python requirements
	@$(PYTHON) -m dev requirements
