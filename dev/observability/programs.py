"""Prometheus and its tools for the tests."""

from __future__ import annotations

from pathlib import Path

from dev.installing import debian

PACKAGES = {
    "prometheus": "prometheus",
    "promtool": "prometheus",
    "amtool": "prometheus-alertmanager",
}


def require(program: str) -> Path | None:
    """The path of a program. None where it is not and cannot be had, for a person; Problem in CI.

    Raises Problem when a package cannot be fetched although apt-get is there.
    """
    return debian.require(program, PACKAGES[program], "for the tests of the metrics")
