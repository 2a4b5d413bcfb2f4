"""Looks for secrets in every committed file, by their issuers' patterns.

`gitleaks` in CI also reads the whole history. `.secrets.baseline` lists false positives;
`detect-secrets audit .secrets.baseline` shows them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dev.layout import ROOT, VENV_BIN

BASELINE = ROOT / ".secrets.baseline"
_ONLY_MOVED = 3


def committed_files() -> list[str]:
    """Every file in git, except files that contain only hashes."""
    git = shutil.which("git") or "git"
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    return [name for name in listed if name and (ROOT / name).is_file() and not _hashes_only(name)]


def _hashes_only(name: str) -> bool:
    path = Path(name)
    locks = path.suffix == ".txt" and ("requirements" in path.parts or path.stem == "requirements")
    return locks or path.name in ("package-lock.json", BASELINE.name)


def main() -> int:
    """Scan. Exit code 1 for a secret that is not in the baseline."""
    files = committed_files()
    with tempfile.TemporaryDirectory() as folder:
        # Use a copy: the scanner updates the positions of known ones in it.
        known_ones = shutil.copy(BASELINE, folder)
        scan = [str(VENV_BIN / "detect-secrets-hook"), "--baseline", known_ones, *files]
        ended = subprocess.run(scan, cwd=ROOT, capture_output=True, text=True, check=False)
    if ended.returncode not in (0, _ONLY_MOVED):
        print(ended.stdout or ended.stderr)
        print("Secrets: found some. Replace them: anybody with the repository has them.")
        return 1
    known = sum(map(len, json.loads(BASELINE.read_text())["results"].values()))
    print(f"Secrets: none in {len(files)} committed files ({known} known to be none)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
