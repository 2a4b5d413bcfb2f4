"""Times what a workflow costs, in one process: `python -m bench.workflow_costs ROUNDS`.

Runs in the stack's database, with the backend on its path. Prints JSON: the milliseconds of each
round, for the checks and mappings of one submission, for publishing one definition, and for a
preview of what one would send.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import django

django.setup()

from core.accounts.models import Organization  # noqa: E402
from core.delivery.preview import Fate, answers_preview, state_of_workflow  # noqa: E402
from core.postgres.tenancy import every_organization  # noqa: E402
from core.submissions.accept import data_check  # noqa: E402
from core.workflows.compile import version_compiled  # noqa: E402
from core.workflows.versions import definition_publish  # noqa: E402

from bench.workload import ORGANIZATION  # noqa: E402

FIELDS, STEPS = 20, 4
LARGE_FIELDS, LARGE_STEPS = 60, 30
PREVIEWED_STEPS = 10
_SUBMISSIONS = 200
_KINDS = ("text", "email", "country", "text", "multiline")
_ANSWERS = ("Northwind Traders", "ada@northwind.example", "GB", "Ada Byron", "A price list.")


def definition(slug: str, fields: int, steps: int) -> dict[str, Any]:
    """A workflow whose steps map every answer, with conditions, chains and some text around."""
    return {
        "workflow": slug,
        "name": slug,
        "subject": "${{ input.f0 }}",
        "form": {
            "title": slug,
            "fields": {
                f"f{n}": {"label": f"Question {n}", "kind": _KINDS[n % len(_KINDS)]}
                for n in range(fields)
            },
        },
        "steps": {f"s{n}": _step(n, fields) for n in range(steps)},
    }


def _step(number: int, fields: int) -> dict[str, Any]:
    body = {f"f{n}": f"${{{{ input.f{n} }}}}" for n in range(number % 4, fields, 4)}
    body |= {
        "ref": "${{ submission.reference }}",
        "name": "${{ input.f0.trim().upper() }}",
        "title": "From ${{ input.f3 }} in ${{ input.f2 }}",
    }
    step: dict[str, Any] = {"use": "sink/request.send_keyed", "with": {"path": "/s", "body": body}}
    if number:
        step |= {"needs": [f"s{number - 1}"], "when": "${{ input.f2 != 'AQ' }}"}
    return step


def answers(fields: int) -> dict[str, str]:
    """What somebody sends to such a form."""
    return {f"f{n}": _ANSWERS[n % len(_ANSWERS)] for n in range(fields)}


def costs(rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each round. One round of submissions is a mean of many."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    publishing = []
    for number in range(rounds):
        document = definition("large", LARGE_FIELDS, LARGE_STEPS)
        document["form"]["title"] = f"Round {number}"
        text = json.dumps(document)
        publish = partial(definition_publish, organization=organization, document=text)
        publishing.append(_milliseconds(publish))
    small = definition("small", FIELDS, STEPS)
    version = definition_publish(organization=organization, document=json.dumps(small))
    compiled = version_compiled(organization.pk, version.pk)
    sent = answers(FIELDS)

    def submissions() -> None:
        for _ in range(_SUBMISSIONS):
            context = {
                "input": data_check(version, sent),
                "steps": {},
                "submission": {"id": str(version.pk), "reference": "WB-7K3M9QXD01"},
            }
            compiled.foresee(context)
            for step in compiled.steps.values():
                if step.condition is None or step.condition.compute(context):
                    step.mapping.compute(context)

    submissions()
    # It waits for nothing, so the processor's time says it without what others take.
    each = [_milliseconds(submissions, time.process_time) / _SUBMISSIONS for _ in range(rounds)]
    return {
        "submission_ms": each,
        "publish_ms": publishing,
        "preview_ms": _previews(organization, rounds),
    }


def _previews(organization: Organization, rounds: int) -> list[float]:
    """Of a version whose steps each see what the one before gave."""
    chain = definition("previewed", FIELDS, PREVIEWED_STEPS)
    for number in range(1, PREVIEWED_STEPS):
        body = chain["steps"][f"s{number}"]["with"]["body"]
        body["before"] = f"${{{{ coalesce(steps.s{number - 1}.record, '') }}}}"
    definition_publish(organization=organization, document=json.dumps(chain))
    sent = answers(FIELDS)

    def previewed() -> None:
        state = state_of_workflow(organization=organization, slug="previewed", name="live")
        found = answers_preview(state, sent)
        if [each.fate for each in found.steps] != [Fate.SENT] * PREVIEWED_STEPS:
            raise RuntimeError("a step was not previewed")

    previewed()
    return [_milliseconds(previewed) for _ in range(rounds)]


def _milliseconds(
    work: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    began = clock()
    work()
    return (clock() - began) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int)
    with every_organization("measurements prepare what they need"):
        found = costs(parser.parse_args().rounds)
    print(json.dumps(found))
