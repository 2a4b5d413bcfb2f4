"""A copy of the checkout that may be edited, with the packages of the original."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dev.installing import frontend
from dev.layout import FRONTEND, LOCAL, ROOT

SHARED = ("venv", "bin", "bootstrap", "tryton/venv")
"""Below `.local`: installed packages, which the copy only reads."""


@contextmanager
def checkout_copy(folder: Path) -> Iterator[Path]:
    """Every file that git knows or would add, until the block ends.

    It lies below this checkout, so that npm's packages can be linked instead of copied.
    """
    frontend.install_packages()
    shutil.rmtree(folder, ignore_errors=True)
    for name in _files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target, follow_symlinks=False)
    _share_packages(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _files() -> list[str]:
    git = shutil.which("git") or "git"
    listed = subprocess.run(
        [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    return [name for name in listed if name and (ROOT / name).is_file()]


def _share_packages(folder: Path) -> None:
    for name in SHARED:
        if (LOCAL / name).exists():
            place = folder / ".local" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(LOCAL / name)
    shutil.copytree(LOCAL / "stamps", folder / ".local" / "stamps")
    # Turbopack follows no link out of its folder, so each file is linked by itself.
    packages = FRONTEND / "node_modules"
    copy = folder / "frontend" / "node_modules"
    subprocess.run(["/bin/cp", "-a", "-l", str(packages), str(copy)], check=True)
