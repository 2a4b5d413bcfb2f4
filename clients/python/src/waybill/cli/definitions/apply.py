from __future__ import annotations

from typing import Annotated

import typer

from waybill import Refused, Unreachable, Waybill
from waybill.api.api.workflows import publish_definition
from waybill.api.types import UNSET
from waybill.cli.definitions.environments import EnvironmentOption, environment_named
from waybill.cli.definitions.files import definition_files
from waybill.cli.definitions.plan import plan_told
from waybill.cli.definitions.planning import Planned, live_of, plan_made, sent
from waybill.cli.definitions.validate import Files
from waybill.cli.problems import Exit, Problem, problem_of
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, confirmed, note, progress

_OUTDATED = 412


def apply(
    files: Files,
    environment: EnvironmentOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Publish what the files say: of each workflow all or nothing, if nobody changed it meanwhile.

    Examples:

      waybill apply workflows

      waybill apply workflows --environment production --yes
    """
    chosen = environment_named(files[0], environment)
    found = [each for path in files for each in definition_files(path, chosen)]
    out = Output(json_lines=json)
    with signed_in(profile or chosen.profile) as waybill:
        with progress("Comparing"):
            made = plan_made(waybill, found)
        plan_told(made, out, diff=False)
        if made.faults:
            raise typer.Exit(Exit.FAULTS)
        if not made.applied:
            return
        if not confirmed(f"Publish {len(made.applied)} on {waybill.url}?", yes=yes):
            note("Nothing was changed.")
            raise typer.Exit(Exit.FAILED)
        _Applying(waybill, out, list(made.applied)).run()


class _Applying:
    """One workflow after another. What ends it says what was published and what was not."""

    def __init__(self, waybill: Waybill, out: Output, rest: list[Planned]) -> None:
        self._waybill = waybill
        self._out = out
        self._rest = rest
        self._done: list[str] = []

    def run(self) -> None:
        try:
            while self._rest:
                self._publish(self._rest[0])
                self._rest.pop(0)
        except KeyboardInterrupt:
            note(self._told())
            raise

    def _publish(self, planned: Planned) -> None:
        try:
            version = self._waybill.call(
                publish_definition.sync_detailed,
                planned.slug,
                client=self._waybill.api,
                body=sent(planned.file),
                if_match=planned.tag or UNSET,
                if_none_match=UNSET if planned.tag else "*",
            )
        except Unreachable as lost:
            self._lost(planned, lost)
            return
        except Refused as refused:
            problem = problem_of(refused)
            problem.next = self._told()
            if refused.status == _OUTDATED:
                problem.next += " Look at what is there now: waybill plan"
            raise problem from None
        self._published(planned, version.number)

    def _lost(self, planned: Planned, lost: Unreachable) -> None:
        """No answer: what is live now says whether it was published."""
        try:
            live = live_of(self._waybill, planned.slug)
        except Unreachable:
            raise Problem(
                f"{lost}. Whether {planned.slug} was published is not known.",
                f"{self._told()} Repeat the command: nothing is applied twice.",
                Exit.UNREACHABLE,
            ) from None
        if live is None or live[0] != planned.file.text:
            raise Problem(f"{lost}. {planned.slug} was not published.", self._told(),
                          Exit.UNREACHABLE)  # fmt: skip
        self._published(planned, None)

    def _published(self, planned: Planned, number: int | None) -> None:
        self._done.append(planned.slug)
        self._out.record({"workflow": planned.slug, "published": number or True})
        version = f" as version {number}" if number else ""
        self._out.line(f"{planned.slug} was published{version}.", "green")

    def _told(self) -> str:
        rest = ", ".join(each.slug for each in self._rest)
        done = f"Published: {', '.join(self._done)}. " if self._done else ""
        return f"{done}Not published: {rest}." if rest else done.strip()
