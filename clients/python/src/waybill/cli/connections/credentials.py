"""Credentials as they come in: never from an argument, never from a file that is kept."""

from __future__ import annotations

import json
import os
from typing import Any

from waybill import Fault
from waybill.cli.problems import Exit, Problem
from waybill.cli.terminal import secret_read

_HINT = 'Give an object, as in {"auth": {"scheme": "bearer", "token": "…"}}.'


def credentials_given(variable: str | None) -> dict[str, Any]:
    """The JSON object of the named environment variable, or else of standard input.

    Raises Problem, which never shows what was given.
    """
    if variable is None:
        text, place = secret_read("Credentials as JSON, in one line"), "Standard input"
    else:
        text, place = os.environ.get(variable, ""), f"The environment variable {variable}"
        if not text:
            raise Problem(f"{place} is not set.", "", Exit.USAGE)
    try:
        credentials = json.loads(text)
    except json.JSONDecodeError as error:
        fault = Fault("JSON", error.msg, error.lineno, error.colno)
        raise Problem(f"{place} holds no JSON.", _HINT, Exit.FAULTS, [fault]) from None
    if not isinstance(credentials, dict):
        raise Problem(f"{place} holds no credentials.", _HINT, Exit.FAULTS)
    return credentials
