"""The command itself, which also runs where Django's settings cannot be read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Protocol

from administration.doctor.examination import examine
from administration.doctor.findings import State
from administration.doctor.report import as_json, as_text


class _Out(Protocol):
    def write(self, text: str, /) -> object: ...


def doctor_main(arguments: Sequence[str]) -> int:
    """`waybill-admin doctor …`. Returns the exit code: 1 if something failed."""
    parser = argparse.ArgumentParser(
        prog="waybill-admin doctor",
        description="Check every part of this installation. Exit code 1: something failed.",
    )
    doctor_options(parser)
    options = parser.parse_args(arguments)
    return doctor_run(sys.stdout, json=options.json, test_address=options.send_test_mail or "")


def doctor_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--json", action="store_true", help="Print JSON for a program")
    parser.add_argument(
        "--send-test-mail",
        metavar="ADDRESS",
        help="Also send a message there; without it no mail is sent",
    )


def doctor_run(out: _Out, *, json: bool, test_address: str) -> int:
    """Examine, print, and return the exit code."""
    findings = examine(test_address=test_address)
    out.write(as_json(findings) + "\n" if json else as_text(findings))
    return int(any(each.state is State.FAILED for each in findings))
