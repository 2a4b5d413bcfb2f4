"""One run of the command line: every way in which it ends."""

from __future__ import annotations

import os
import sys

import typer

from waybill import WaybillError
from waybill.cli.app import app
from waybill.cli.problems import Exit, Problem, problem_of
from waybill.cli.terminal import PipeClosed, note


def command_run() -> int:
    """Run the command that was typed, and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return _run()
    except PipeClosed:
        # The interpreter flushes at its end, and would say that nobody reads it.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return Exit.PIPE_CLOSED


def _run() -> int:
    try:
        code = int(app(standalone_mode=False) or Exit.DONE)
    except Problem as problem:
        return _report(problem)
    except WaybillError as error:
        return _report(problem_of(error))
    except (KeyboardInterrupt, typer.Abort):
        code = Exit.INTERRUPTED
    except typer.TyperException as error:
        return _usage(error)
    except OSError as error:
        return _report(Problem(f"{error.filename or 'A file'}: {error.strerror or error}."))
    if code == Exit.INTERRUPTED:
        note("\nStopped.")
    return code


def _usage(error: typer.TyperException) -> int:
    """Tell what is wrong with the words, and where their help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "waybill"
    if said := error.format_message():  # nothing where only the help was shown
        note(f"Error: {said}")
        note(f"See: {command} --help")
    return error.exit_code


def _report(problem: Problem) -> int:
    note(f"Error: {problem.what}")
    for fault in problem.faults:
        place = f" (line {fault.line}, column {fault.column})" if fault.line else ""
        note(f"  {fault.field}{place}: {fault.message}")
    if problem.next:
        note(problem.next)
    if problem.request_id:
        note(f"Request id: {problem.request_id}")
    return problem.exit
