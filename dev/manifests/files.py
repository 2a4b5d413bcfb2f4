"""What the files say: each document as it stands, and an overlay as Kustomize renders it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dev.console import Problem
from dev.layout import ROOT

FOLDER = ROOT / "kubernetes"
NOT_FOR_THE_CLUSTER = frozenset({"kustomization.yaml", "rules.yaml"})
"""Kustomize's own files, and the rules that are given to prometheus-adapter."""
PATCHES = frozenset({"data.yaml"})
"""Parts of objects: only what they are rendered into can be judged."""

Manifest = dict[str, Any]


def documents() -> Iterator[tuple[Path, Manifest]]:
    """Every whole object in every file, with its file."""
    for path in sorted(FOLDER.rglob("*.yaml")):
        if path.name in NOT_FOR_THE_CLUSTER | PATCHES:
            continue
        for document in yaml.safe_load_all(path.read_text()):
            yield path, document


def scaling_queries() -> dict[str, str]:
    """What KEDA asks Prometheus, by the deployment that it scales."""
    return {
        each["metadata"]["name"]: each["spec"]["triggers"][0]["metadata"]["query"]
        for _, each in documents()
        if each["kind"] == "ScaledObject"
    }


def rendered(overlay: str = "production") -> list[Manifest] | None:
    """The objects of an overlay. None where no kubectl is, for a person; Problem in CI's own job.

    Raises Problem when Kustomize refuses the files.
    """
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        if os.environ.get("WAYBILL_REQUIRE_KUBECTL"):
            raise Problem("There is no kubectl here. Install one of version 1.27 or later.")
        return None
    done = subprocess.run(
        [kubectl, "kustomize", FOLDER / "overlays" / overlay],
        capture_output=True,
        text=True,
        timeout=60,
    )
    if done.returncode:
        raise Problem(f"Kustomize refuses the overlay {overlay}.", done.stderr)
    return list(yaml.safe_load_all(done.stdout))
