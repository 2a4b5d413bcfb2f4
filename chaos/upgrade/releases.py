"""Two releases of Waybill beside each other: the last one, unpacked from git, and this checkout."""

from __future__ import annotations

import io
import runpy
import shutil
import subprocess
import sys
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dev.commands import run
from dev.console import Problem, step
from dev.installing.bootstrap import UV, uv_environment
from dev.installing.stamps import Stamp, digest
from dev.layout import BACKEND, LOCAL, REQUIREMENTS, ROOT, VENV_BIN
from dev.processes import procfile

LAST_RELEASE = Path(__file__).with_name("last_release.toml")
_PLACE = LOCAL / "upgrade"


@dataclass(frozen=True)
class Release:
    """Code and packages of one release. ``programs``: the `bin` folder of its environment."""

    version: str
    root: Path
    programs: Path

    def command(self, process: str) -> str:
        """The Procfile's command of a process."""
        return procfile.parse((self.root / "Procfile").read_text())[process]

    def migrations(self) -> set[str]:
        """Its migrations of Waybill's own apps, such as `submissions.0014_trace`."""
        files = (self.root / "backend").glob("core/*/migrations/[0-9]*.py")
        return {f"{path.parts[-3]}.{path.stem}" for path in files}


def this_checkout() -> Release:
    """What is to be released."""
    version = runpy.run_path(str(BACKEND / "core" / "version.py"))["VERSION"]
    return Release(str(version), ROOT, VENV_BIN)


def last_release() -> Release:
    """The release before it, unpacked, with packages of its own. The first time takes a minute."""
    known = tomllib.loads(LAST_RELEASE.read_text())
    root = _unpacked(str(known["commit"]))
    return Release(str(known["version"]), root, _installed(root))


def _unpacked(commit: str) -> Path:
    root = _PLACE / commit[:12]
    stamp = Stamp(_PLACE / f"{commit[:12]}.unpacked")
    if stamp.matches(commit) and root.is_dir():
        return root
    shutil.rmtree(root, ignore_errors=True)
    packed = io.BytesIO(_archive(commit))
    with step(f"Unpacking the last release ({commit[:12]})"), tarfile.open(fileobj=packed) as all_:
        all_.extractall(root, filter="data")
    stamp.write(commit)
    return root


def _archive(commit: str) -> bytes:
    command = ["git", "archive", "--format=tar", commit, "backend", "bench", "chaos", "dev"]
    done = subprocess.run([*command, "Procfile"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        raise Problem(
            f"The last release, commit {commit}, is not in this clone."
            f" A shallow clone gets it with: git fetch --depth=1 origin {commit}",
            done.stderr.decode(errors="replace"),
        )
    return done.stdout


def _installed(root: Path) -> Path:
    """An environment with the release's packages: our own if they are the same."""
    pinned = Path("backend") / "requirements" / "base.txt"
    if (root / pinned).read_bytes() == (REQUIREMENTS / "base.txt").read_bytes():
        return VENV_BIN
    wanted = digest([root / pinned], sys.version)
    venv = _PLACE / f"venv-{wanted[:12]}"
    stamp = Stamp(_PLACE / f"venv-{wanted[:12]}.installed")
    if stamp.matches(wanted) and (venv / "bin" / "python").is_file():
        return venv / "bin"
    log, env = _PLACE / "packages.log", uv_environment()
    failure = "The last release's packages could not be installed"
    with step("Installing the last release's packages"):
        make: list[str | Path] = [
            UV,
            "venv",
            "--quiet",
            "--clear",
            "--python",
            sys.executable,
            venv,
        ]
        run(make, log=log, failure=failure, env=env)
        install: list[str | Path] = [UV, "pip", "install", "--quiet", "--require-hashes"]
        install += ["--python", venv / "bin" / "python", "-r", root / pinned]
        run(install, log=log, failure=failure, env=env)
    stamp.write(wanted)
    return venv / "bin"
