"""Makes the measurements' data in Waybill's database, through Waybill's own services.

Runs as its own process, with the backend on its path. `python -m bench.scenario seed` prints an API
key. `… backlog '{"one-step": 100}'` accepts 100 submissions of that workflow in one transaction, so
that all become due at the same time.
"""

from __future__ import annotations

import argparse
import json
import os
from typing import Any

import django

django.setup()

from core.accounts.api_keys import api_key_create  # noqa: E402
from core.accounts.models import Organization  # noqa: E402
from core.connections.models import Connection  # noqa: E402
from core.connections.services import connection_save  # noqa: E402
from core.postgres.tenancy import every_organization  # noqa: E402
from core.submissions.accept import BATCH_MOST, Item, submissions_accept  # noqa: E402
from core.submissions.models import Source  # noqa: E402
from core.workflows.demo import demo_document  # noqa: E402
from core.workflows.versions import definition_publish, workflow_get  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from waybill_definitions.document import definition_read  # noqa: E402

from bench.samples import customer  # noqa: E402
from bench.workload import (  # noqa: E402
    DELAY_MS,
    DELAYED,
    FORM,
    HANGING,
    HANGS_MS,
    HEALTHY,
    HELD,
    HELD_MS,
    ODD,
    ONE_STEP,
    ORGANIZATION,
    WORKFLOW,
)

UNLIMITED = 1000
"""More than the workers hold at once, so that the destination is not the limit."""


@every_organization("measurements prepare what they need")
def seed() -> dict[str, str]:
    """Publish the workflows; all steps go to the sink. Returns an API key for them."""
    organization = Organization.objects.create(slug=ORGANIZATION, name="Measurements")
    _connection(organization, "sink", in_flight=UNLIMITED)
    _workflow(
        organization,
        WORKFLOW,
        {
            "customer": _step("customer", "sink"),
            "opportunity": _step("opportunity", "sink", after="customer"),
            "welcome": _step("welcome", "sink", after="customer"),
        },
    )
    _workflow(organization, FORM, {"customer": _step("customer", "sink")}, address=FORM)
    _workflow(organization, ONE_STEP, {"customer": _step("customer", "sink")})
    _connection(organization, DELAYED, in_flight=UNLIMITED, after_ms=DELAY_MS)
    _workflow(organization, DELAYED, {"customer": _step("customer", DELAYED)})
    _connection(organization, HELD, in_flight=UNLIMITED, after_ms=HELD_MS)
    _workflow(organization, HELD, {"customer": _step("customer", HELD)})
    _connection(organization, HANGING, after_ms=HANGS_MS)
    _workflow(organization, HANGING, {"customer": _step("customer", HANGING, timeout=60)})
    _connection(organization, ODD, path="/odd")
    _workflow(organization, ODD, {"customer": _step("customer", ODD)})
    for slug in HEALTHY:
        _connection(organization, slug)
        _workflow(organization, slug, {"customer": _step("customer", slug)})
    _, secret = api_key_create(organization=organization, name="Measurements")
    return {"api_key": secret}


def _connection(
    organization: Organization, slug: str, *, in_flight: int = 0, after_ms: int = 0, path: str = ""
) -> None:
    path = f"/after/{after_ms}" if after_ms else path
    saved = connection_save(
        organization=organization,
        slug=slug,
        name=slug.capitalize(),
        connector="rest",
        config={"base_url": f"http://127.0.0.1:{os.environ['BENCH_SINK_PORT']}{path}"},
        credentials={},
    )
    if in_flight:
        Connection.objects.owned_by(organization).filter(pk=saved.pk).update(
            max_in_flight=in_flight
        )


def _workflow(
    organization: Organization, slug: str, steps: dict[str, Any], *, address: str = ""
) -> None:
    definition = definition_read(demo_document("new-customer")).dump()
    definition |= {"workflow": slug, "steps": steps}
    del definition["form"]["address"]
    if address:
        definition["form"]["address"] = address
    definition_publish(organization=organization, document=json.dumps(definition))


def _step(key: str, sink: str, after: str = "", timeout: int = 30) -> dict[str, Any]:
    body = {
        "ref": f"${{{{ submission.reference }}}}/{key}",
        "company": "${{ input.company }}",
        "email": "${{ input.email }}",
        "note": "${{ input.note }}",
    }
    if after:
        body["customer"] = f"${{{{ steps.{after}.record }}}}"
    return {
        "title": f"Sending the {key}",
        "use": f"{sink}/request.send_keyed",
        "with": {"path": f"/{key}", "record_pointer": "/id", "body": body},
        "needs": [after] if after else [],
        "timeout_seconds": timeout,
    }


@every_organization("measurements prepare what they need")
def backlog(counts: dict[str, int]) -> dict[str, float]:
    """Accept this many submissions of each workflow. Returns the database time of the commit."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    with transaction.atomic(), connection.cursor() as cursor:
        for slug, count in counts.items():
            version = workflow_get(organization=organization, slug=slug)
            for first in range(0, count, BATCH_MOST):
                numbers = range(first, min(first + BATCH_MOST, count))
                items = [Item(customer(number)) for number in numbers]
                submissions_accept(version=version, items=items, source=Source.API)
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        (committed_at,) = cursor.fetchone()
        connection.run_on_commit = connection.run_on_commit[:1]  # one notification is enough
    return {"committed_at": committed_at}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("seed")
    commands.add_parser("backlog").add_argument("counts", type=json.loads)
    options = parser.parse_args()
    print(json.dumps(seed() if options.command == "seed" else backlog(options.counts)))
