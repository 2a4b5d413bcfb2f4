"""Runs the commands of `docs/guides/definitions.md` as they stand there, against a running stack."""
