from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Any

import typer

from waybill import Accepted, Refused, Unreachable, Waybill
from waybill.cli.operating.events import follow_to_the_end
from waybill.cli.operating.given_answers import InputOption, SetOption, answers_given, files_given
from waybill.cli.problems import Exit, Problem, problem_of
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, note, progress
from waybill.submitting import key_made

_KEY = re.compile(r"[!-~]{1,255}")

Files = Annotated[
    list[str] | None,
    typer.Option("--file", "-f", help="Upload a file: question=path. May be repeated."),
]
Key = Annotated[
    str | None,
    typer.Option("--idempotency-key", help="Names this submission; one is made without it."),
]
Follow = Annotated[bool, typer.Option("--follow", help="Show every event until the end.")]


def submit(
    workflow: Annotated[str, typer.Argument(help="Its slug.")],
    input_: InputOption = None,
    values: SetOption = None,
    files: Files = None,
    idempotency_key: Key = None,
    follow: Follow = False,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Submit to a workflow.

    The Idempotency-Key is printed before anything is sent: with it, the same command can be
    repeated, and the submission is accepted once.

    Examples:

      waybill submit new-customer --input customer.json --follow

      waybill submit order --set part=A1 --set amount:=3 --set address.city=Linz

      waybill submit application --input - --file cv="My CV.pdf" < answers.json
    """
    answers, named = answers_given(input_, values or ()), files_given(files or ())
    key = key_made() if idempotency_key is None else _key_clean(idempotency_key)
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        for question, path in named:
            with progress(f"Uploading {path.name}"):
                upload = waybill.upload(workflow, question, path)
            answers.setdefault(question, []).append(str(upload.id))
        note(f"Idempotency-Key: {key}")
        accepted = _sent(waybill, workflow, answers, key)
        out.record(
            {
                "id": accepted.id,
                "reference": accepted.reference,
                "status": accepted.status,
                "tracking_url": accepted.tracking_url,
                "idempotency_key": accepted.key,
                "replayed": accepted.replayed,
            }
        )
        again = ", as before" if accepted.replayed else ""
        out.line(f"{accepted.reference} accepted{again}: {accepted.tracking_url}", "bold")
        if follow:
            raise typer.Exit(follow_to_the_end(waybill, accepted.id, out))
    if not json:
        note(f"Follow it with: waybill follow {accepted.reference}")


def _key_clean(given: str) -> str:
    if not _KEY.fullmatch(given):
        raise Problem(
            "This cannot be an Idempotency-Key.",
            "Give 1 to 255 printable ASCII characters without spaces.",
            Exit.USAGE,
        )
    return given


def _sent(waybill: Waybill, workflow: str, answers: dict[str, Any], key: str) -> Accepted:
    again = f"Repeat the same command with --idempotency-key {key}"
    try:
        with progress(f"Submitting to {workflow}"):
            return waybill.submit(workflow, answers, idempotency_key=key)
    except KeyboardInterrupt:
        note(f"\nWhether it was accepted is not known. {again}.")
        raise
    except Refused as error:
        if not error.faults:
            raise
        told = problem_of(error)
        faults = [replace(each, field=each.field.removeprefix("data.")) for each in told.faults]
        raise Problem(
            told.what, "Nothing was saved.", told.exit, faults, told.request_id
        ) from error
    except Unreachable as error:
        told = problem_of(error)
        raise Problem(
            f"{told.what} Whether it was accepted is not known.",
            f"{again}: it is accepted once.",
            told.exit,
        ) from error
