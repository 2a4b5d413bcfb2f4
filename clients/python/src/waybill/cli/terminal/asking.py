"""Questions to a person, and what comes in through a pipe instead."""

from __future__ import annotations

import getpass
import sys

from waybill.cli.problems import Exit, Problem
from waybill.cli.terminal.cleaning import cleaned

_MOST_BYTES = 1024 * 1024


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether a person agrees. ``yes``: they did already. Raises Problem if nobody can be asked."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise Problem(f"{question} Nobody can be asked here.", "Add --yes to agree.", Exit.USAGE)
    return _line(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def answer_asked(question: str, *, instead: str) -> str:
    """A line that a person types. Raises Problem, which says to give ``instead``, if nobody can."""
    if not sys.stdin.isatty():
        raise Problem(f"{question} is missing.", f"Give {instead}.", Exit.USAGE)
    return _line(f"{question}: ").strip()


def secret_read(what: str) -> str:
    """A secret, typed without echo or from standard input. Raises Problem if there is none."""
    if sys.stdin.isatty():
        secret = getpass.getpass(f"{cleaned(what)} (not shown): ").strip()
    else:
        secret = standard_input().strip()
    if not secret:
        raise Problem(f"{what} is empty.", "Type it, or send it to standard input.", Exit.USAGE)
    return secret


def standard_input() -> str:
    """All of standard input, as text in UTF-8, at most 1 MiB. Raises Problem."""
    content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Problem("Standard input has more than 1 MiB.", "Send less.", Exit.USAGE)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem("Standard input is no text in UTF-8.", "Convert it.", Exit.USAGE) from None


def _line(prompt: str) -> str:
    """On standard error, so that standard output holds the result alone."""
    print(cleaned(prompt), end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise Problem("Nothing was answered.", "", Exit.USAGE)
    return line
