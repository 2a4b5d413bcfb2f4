"""Runs `docs/guides/definitions.md` as it stands, against a running stack."""
