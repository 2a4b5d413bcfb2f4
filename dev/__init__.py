"""Runs Waybill on one machine: `make up`, `make demo`, `make test` and their parts."""
