"""A new connection, from a file that may be in git: it holds no secret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from waybill import Fault
from waybill.cli.problems import Exit, Problem


class ConnectionFile(BaseModel):
    """``settings``: as the connector wants them; the server checks them."""

    model_config = ConfigDict(extra="forbid")

    slug: str
    name: str
    connector: str
    settings: dict[str, Any]


def connection_read(path: Path) -> ConnectionFile:
    """The connection of a file in YAML or JSON. Raises Problem with every fault."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise Problem(f"There is no file {path}.", "", Exit.FAULTS) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Problem(f"{path} is no YAML.", "", Exit.FAULTS, [_fault(error)]) from None
    if isinstance(document, dict) and "credentials" in document:
        raise Problem(
            f"{path} holds credentials.",
            "Take them out, and give them to standard input or with --from-env.",
            Exit.FAULTS,
        )
    try:
        return ConnectionFile.model_validate(document)
    except ValidationError as error:
        faults = [
            Fault(".".join(map(str, each["loc"])) or "file", each["msg"])
            for each in error.errors(include_url=False, include_input=False)
        ]
        raise Problem(f"{path} is no connection.", "", Exit.FAULTS, faults) from None


def _fault(error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or str(error)
    return Fault("YAML", str(said), *((mark.line + 1, mark.column + 1) if mark else ()))
