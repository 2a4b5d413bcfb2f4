"""`make client`: the typed client of the API, generated from its OpenAPI document.

`python -m dev.python_client.generate --check` fails when the committed one is another.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from dev.commands import run
from dev.console import Problem, report, say
from dev.environment import tool_environment
from dev.layout import BACKEND, CLIENT, LOCAL, VENV_BIN

COMMITTED = CLIENT / "src" / "waybill" / "api"
_DOCUMENT = BACKEND / "api" / "openapi.json"
_NULL = {"type": "null"}
_NO_SOURCE = ("__pycache__", ".ruff_cache", "*.pyc")


def client() -> int:
    """Replace the generated client with a new one."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = _generated(Path(folder))
        shutil.rmtree(COMMITTED, ignore_errors=True)
        shutil.copytree(fresh, COMMITTED, ignore=shutil.ignore_patterns(*_NO_SOURCE))
    say(f"{COMMITTED.relative_to(CLIENT)} has {len(_files(COMMITTED))} files")
    return 0


def check() -> int:
    """Exit code 1 if the committed client is not what the document generates."""
    with tempfile.TemporaryDirectory() as folder:
        fresh, committed = _files(_generated(Path(folder))), _files(COMMITTED)
    names = sorted(fresh.keys() | committed.keys())
    drift = [name for name in names if fresh.get(name) != committed.get(name)]
    if drift:
        say(f"waybill/api differs from backend/api/openapi.json: {', '.join(drift[:10])}")
        say("Run `make client` and commit the result.")
        return 1
    say(f"waybill/api matches backend/api/openapi.json ({len(names)} files).")
    return 0


def _generated(folder: Path) -> Path:
    """The package, made in ``folder``. Raises Problem if the generator warns of anything."""
    package, document = folder / "api", folder / "openapi.json"
    document.write_text(json.dumps(_as_generator_knows(json.loads(_DOCUMENT.read_text()))))
    generator = CLIENT / "generator"
    command: list[str | Path] = [VENV_BIN / "openapi-python-client", "generate", "--meta", "none"]
    command += ["--path", document, "--output-path", package, "--fail-on-warning"]
    command += ["--config", generator / "config.yaml"]
    command += ["--custom-template-path", generator / "templates"]
    run(
        command,
        log=LOCAL / "logs" / "python-client.log",
        failure="The Python client could not be generated",
        cwd=folder,
        env=tool_environment(),
    )
    for path in package.rglob("*.py"):
        path.write_text(_importing_unset(path.read_text()))
    return package


def _importing_unset(source: str) -> str:
    """The generator forgets this import where nothing but a body of two kinds may be unset."""
    forgotten = "from ...types import UNSET, File, Response\n"
    return source.replace(forgotten, forgotten.replace("Response", "Response, Unset"), 1)


def _as_generator_knows(document: dict[str, Any]) -> dict[str, Any]:
    """The document with YAML bodies as bytes, and bodies that may be absent not null as well.

    For a body that is an object or null or absent the generator writes code that sends its mark for
    "absent" as JSON.
    """
    for path in document["paths"].values():
        for operation in path.values():
            content = operation.get("requestBody", {}).get("content", {})
            if "application/yaml" in content:
                content["application/yaml"]["schema"] = {"type": "string", "format": "binary"}
            for body in content.values():
                kinds = [each for each in body["schema"].get("anyOf", ()) if each != _NULL]
                if len(kinds) == 1:
                    body["schema"] = kinds[0]
    return document


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.py")
        if path.is_file()
    }


def main() -> int:
    """Generate, or check."""
    try:
        return check() if sys.argv[1:] == ["--check"] else client()
    except Problem as problem:
        report(problem)
        return 1


if __name__ == "__main__":
    sys.exit(main())
