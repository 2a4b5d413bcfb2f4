from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from waybill import Refused, Waybill, WaybillError
from waybill.api.api.workflows import publish_definition
from waybill.api.types import UNSET
from waybill.cli.definitions.environments import EnvironmentOption, environment_named
from waybill.cli.definitions.files import DefinitionFile, definition_files
from waybill.cli.definitions.other_versions import route_expected
from waybill.cli.definitions.plan import plan_told
from waybill.cli.definitions.planning import Planned, live_of, plan_made, sent
from waybill.cli.definitions.validate import Files
from waybill.cli.definitions.versions import NoteOption
from waybill.cli.problems import Exit, Problem, problem_of
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, confirmed, note, progress, stop_between

_OUTDATED = 412


def apply(
    files: Files,
    environment: EnvironmentOption = None,
    why: NoteOption = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Publish what the files say: of each workflow all or nothing, if nobody changed it meanwhile.

    Examples:

      waybill apply workflows

      waybill apply workflows --note "Sales wants the country too."

      waybill apply workflows --environment production --yes
    """
    chosen = environment_named(files[0], environment)
    found = [each for path in files for each in definition_files(path, chosen)]
    out = Output(json_lines=json)
    with signed_in(profile or chosen.profile) as waybill:
        try:
            agreed = _agreed(waybill, found, out, yes=yes)
        except KeyboardInterrupt:
            note("\nNothing was changed.")
            raise
        _Applying(waybill, out, agreed, why).run()


def _agreed(
    waybill: Waybill, files: Sequence[DefinitionFile], out: Output, *, yes: bool
) -> list[Planned]:
    """What is to be published. Ends the command where there are faults, and without a yes."""
    with progress("Comparing"):
        made = plan_made(waybill, files)
    plan_told(made, out, diff=False)
    if made.faults:
        raise typer.Exit(Exit.FAULTS)
    if made.applied and not confirmed(f"Publish {len(made.applied)} on {waybill.url}?", yes=yes):
        note("Nothing was changed.")
        raise typer.Exit(Exit.FAILED)
    return list(made.applied)


class _Applying:
    """One workflow after another. What ends it says what was published and what was not."""

    def __init__(self, waybill: Waybill, out: Output, rest: list[Planned], why: str) -> None:
        self._waybill = waybill
        self._out = out
        self._rest = rest
        self._why = why
        self._done: list[str] = []

    def run(self) -> None:
        with stop_between() as stop:
            while self._rest and not stop.wanted:
                self._publish(self._rest[0])
        if stop.wanted:
            note(self._told())
            raise KeyboardInterrupt

    def _publish(self, planned: Planned) -> None:
        try:
            with route_expected(self._waybill, "publish definitions"):
                version = self._waybill.call(
                    publish_definition.sync_detailed,
                    planned.slug,
                    client=self._waybill.api,
                    body=sent(planned.file),
                    if_match=planned.tag or UNSET,
                    if_none_match=UNSET if planned.tag else "*",
                    note=self._why or UNSET,
                )
        except WaybillError as error:
            if isinstance(error, Refused):
                raise self._ended(_refused(error)) from None
            self._lost(planned, error)
        except Problem as problem:
            raise self._ended(problem) from None
        except KeyboardInterrupt:
            note(f"Whether {planned.slug} was published is not known. {self._told(1)}")
            raise
        else:
            self._published(planned, version.number)

    def _lost(self, planned: Planned, lost: WaybillError) -> None:
        """No answer, or none that can be read: what is live now says whether it was published."""
        problem = problem_of(lost)
        try:
            live = live_of(self._waybill, planned.slug)
        except (WaybillError, Problem):
            problem.what += f" Whether {planned.slug} was published is not known."
            problem.next = f"{self._told(1)} Repeat the command: nothing is applied twice.".strip()
            raise problem from None
        if live is None or live[0] != planned.file.text:
            raise self._ended(problem) from None
        self._published(planned, None)

    def _published(self, planned: Planned, number: int | None) -> None:
        self._rest.remove(planned)
        self._done.append(planned.slug)
        self._out.record({"workflow": planned.slug, "published": number or True})
        version = f" as version {number}" if number else ""
        self._out.line(f"{planned.slug} was published{version}.", "green")

    def _ended(self, problem: Problem) -> Problem:
        """The problem with what was done before it."""
        problem.next = f"{self._told()} {problem.next}".strip()
        return problem

    def _told(self, first: int = 0) -> str:
        """``first``: the place of the first one that is certainly not published."""
        parts = {
            "Published": self._done,
            "Not published": [each.slug for each in self._rest[first:]],
        }
        return " ".join(f"{what}: {', '.join(slugs)}." for what, slugs in parts.items() if slugs)


def _refused(error: Refused) -> Problem:
    problem = problem_of(error)
    if error.status == _OUTDATED:
        problem.next = "Look at what is there now: waybill plan"
    return problem
