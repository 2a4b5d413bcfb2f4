"""What the measurements need in Waybill's database, made through Waybill's own services.

Runs as a process of its own, with the backend on its path: `python -m bench.scenario seed`
prints an API key, `… backlog N` accepts N submissions in one transaction, so that all of them
become due at the same moment.
"""

from __future__ import annotations

import argparse
import json
import os

import django

django.setup()

from core.accounts.api_keys import api_key_create  # noqa: E402
from core.accounts.models import Organization  # noqa: E402
from core.connections.models import Connection  # noqa: E402
from core.connections.services import connection_save  # noqa: E402
from core.submissions.models import Source  # noqa: E402
from core.submissions.services import submission_accept  # noqa: E402
from core.workflows.demo import FIELDS  # noqa: E402
from core.workflows.selectors import workflow_get  # noqa: E402
from core.workflows.services import StepDraft, workflow_publish  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.samples import customer  # noqa: E402
from bench.workload import ORGANIZATION, WORKFLOW  # noqa: E402


UNLIMITED = 1000
"""More than the workers hold at once: the destination is not what is measured."""


def seed() -> dict[str, str]:
    """Publish the workflow, whose three steps go to the sink. Returns an API key for it."""
    organization = Organization.objects.create(slug=ORGANIZATION, name="Measurements")
    sink = connection_save(
        organization=organization,
        slug="sink",
        name="Sink",
        connector="rest",
        config={"base_url": f"http://127.0.0.1:{os.environ['BENCH_SINK_PORT']}"},
        credentials={},
    )
    Connection.objects.filter(pk=sink.pk).update(max_in_flight=UNLIMITED)
    workflow_publish(
        organization=organization,
        slug=WORKFLOW,
        name="New customer",
        title="Become a customer",
        subject="input.company",
        fields=FIELDS,
        steps=[
            _step("customer", sink),
            _step("opportunity", sink, after="customer"),
            _step("welcome", sink, after="customer"),
        ],
    )
    _, secret = api_key_create(organization=organization, name="Measurements")
    return {"api_key": secret}


def _step(key: str, sink: Connection, after: str = "") -> StepDraft:
    body = {
        "ref": f"submission.reference + '/{key}'",
        "company": "input.company",
        "email": "input.email",
        "note": "input.note",
    }
    return StepDraft(
        key=key,
        title=f"Sending the {key}",
        connection=sink,
        action="request.send_keyed",
        mapping={
            "method": "'POST'",
            "path": f"'/{key}'",
            "record_pointer": "'/id'",
            "body": {**body, "customer": f"steps.{after}.record"} if after else body,
        },
        depends_on=[after] if after else [],
    )


def backlog(count: int) -> dict[str, float]:
    """Accept ``count`` submissions at once. Returns the database's time at their commit."""
    organization = Organization.objects.get(slug=ORGANIZATION)
    version = workflow_get(organization=organization, slug=WORKFLOW)
    with transaction.atomic(), connection.cursor() as cursor:
        for number in range(count):
            submission_accept(version=version, data=customer(number), source=Source.API)
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
        (committed_at,) = cursor.fetchone()
        connection.run_on_commit = connection.run_on_commit[:1]  # one ring does for all
    return {"committed_at": committed_at}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("seed")
    commands.add_parser("backlog").add_argument("count", type=int)
    options = parser.parse_args()
    print(json.dumps(seed() if options.command == "seed" else backlog(options.count)))
