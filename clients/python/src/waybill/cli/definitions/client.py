from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from waybill.answers import understood
from waybill.api.api.workflows import get_workflow_openapi
from waybill.cli.definitions.versions import Slug
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import Output, progress

_DOCUMENT = "openapi.json"
_NPX = ("npx", "--yes", "openapi-typescript@7", _DOCUMENT, "--output", "{out}")
_PYTHON = ("openapi-python-client", "generate", "--path", _DOCUMENT, "--output-path", "{out}")


class Language(StrEnum):
    TYPESCRIPT = "typescript"
    PYTHON = "python"


_GENERATORS: dict[Language, tuple[tuple[str, ...], ...]] = {
    Language.TYPESCRIPT: (_NPX,),
    Language.PYTHON: (_PYTHON, ("uvx", *_PYTHON), ("pipx", "run", *_PYTHON)),
}
"""The commands that write a client, the first that is there is taken."""


def client(
    language: Annotated[Language, typer.Argument(help="Of the client.")],
    workflow: Slug,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file, or the folder for Python.")],
    profile: ProfileOption = None,
) -> None:
    """Write a client that knows the answers of one workflow, down to their kinds.

    TypeScript is written by openapi-typescript (with npx), Python by openapi-python-client.

    Examples:

      waybill client typescript order --out src/order.ts

      waybill client python order --out order_client
    """
    if out.exists():
        raise Problem(f"{out} is there already.", "Give another name.", Exit.USAGE)
    command = _command(language, out.resolve())
    with signed_in(profile) as waybill, understood(waybill.url):
        answer = get_workflow_openapi.sync_detailed(workflow, client=waybill.api)
        document: Any = json.loads(answer.content)
    with tempfile.TemporaryDirectory() as folder, progress(f"Writing with {command[0]}"):
        Path(folder, _DOCUMENT).write_text(json.dumps(document), encoding="utf-8")
        done = subprocess.run(  # noqa: S603 the command is one of ours
            command, cwd=folder, capture_output=True, text=True, check=False
        )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()
        raise Problem(f"{command[0]} wrote no client: {said}", "", Exit.FAILED)
    Output().line(str(out))


def _command(language: Language, out: Path) -> list[str]:
    for words in _GENERATORS[language]:
        program = shutil.which(words[0])
        if program is not None:
            return [program, *(word.format(out=out) for word in words[1:])]
    names = " or ".join(words[0] for words in _GENERATORS[language])
    raise Problem(f"None of what writes {language} is installed: {names}.", "Install one.",
                  Exit.USAGE)  # fmt: skip
