"""`make sbom`: Waybill's bill of materials as CycloneDX, one file per package registry."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from dev.console import Problem, say
from dev.installing import node
from dev.layout import FRONTEND, LOCAL, REQUIREMENTS, ROOT, VENV_BIN

FOLDER = LOCAL / "sbom"


def sbom() -> int:
    """Write `.local/sbom/{python,npm}.cdx.json`: production packages, without test tools."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    base = str(REQUIREMENTS / "base.txt")
    python = [str(VENV_BIN / "cyclonedx-py"), "requirements", base, "--output-reproducible"]
    npm = [*node.npm(), "sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"]
    for name, command, folder in (("python", python, ROOT), ("npm", npm, FRONTEND)):
        path = FOLDER / f"{name}.cdx.json"
        count = _write(path, command, folder)
        say(f"  {count} packages in {path.relative_to(ROOT)}")
    return 0


def _write(path: Path, command: Sequence[str], folder: Path) -> int:
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Problem(f"{path.name} could not be written", ended.stderr[-2000:])
    bill = json.loads(ended.stdout)
    components: list[dict[str, object]] = bill.get("components", [])
    if bill.get("bomFormat") != "CycloneDX" or not components:
        raise Problem(f"{path.name} would list nothing")
    for component in components:
        # `externalReferences` has the hashes; the requirement's line would repeat them all.
        if str(component.get("description", "")).startswith("requirements line"):
            del component["description"]
    path.write_text(json.dumps(bill, indent=1) + "\n")
    return len(components)
