"""Publishes the faults' workflows through Waybill's own services. Prints an API key."""

from __future__ import annotations

import json
import os

import django

django.setup()

from core.accounts.api_keys import api_key_create  # noqa: E402
from core.accounts.models import Organization  # noqa: E402
from core.connections.models import Connection  # noqa: E402
from core.connections.services import connection_save  # noqa: E402
from core.postgres.tenancy import every_organization  # noqa: E402
from core.workflows.versions import definition_publish  # noqa: E402

from chaos.workflows import (  # noqa: E402
    ACTIONS,
    AGAIN,
    ODD,
    PATIENT,
    PATIENT_SECONDS,
    TIMEOUT_SECONDS,
)


@every_organization("a stage prepares what it needs")
def main() -> str:
    """Make the organization, a connection per workflow, and the workflows."""
    organization = Organization.objects.create(slug="chaos", name="Faults")
    for slug, action in ACTIONS.items():
        _publish(organization, slug, action, f"/{slug}")
    for mode in ODD:
        _publish(
            organization, f"odd-{mode.replace('_', '-')}", "request.send_keyed", f"/keyed/{mode}"
        )
    _publish(organization, PATIENT, ACTIONS["blind"], f"/{PATIENT}", PATIENT_SECONDS)
    _publish(
        organization, AGAIN, ACTIONS["keyed"], f"/keyed/{AGAIN}", known_by="${{ input.company }}"
    )
    _, secret = api_key_create(organization=organization, name="Faults")
    return str(secret)


def _body(action: str, known_by: str) -> dict[str, str]:
    """The readable action adds the reference by itself."""
    body = {"company": "${{ input.company }}"}
    if action == ACTIONS["readable"]:
        return body
    return body | {"ref": known_by}


def _publish(
    organization: Organization,
    slug: str,
    action: str,
    path: str,
    timeout_seconds: int = TIMEOUT_SECONDS,
    known_by: str = "${{ submission.reference }}",
) -> None:
    """``known_by``: what the destination is told in `ref`."""
    connection = connection_save(
        organization=organization,
        slug=slug,
        name=f"Destination of {slug}",
        connector="rest",
        config={
            "base_url": f"http://127.0.0.1:{os.environ['BENCH_SINK_PORT']}",
            "look_up": {
                "path": path,
                "query": {"reference": "{reference}"},
                "records": "/items",
                "reference": "/ref",
                "record": "/id",
            },
        },
        credentials={},
    )
    Connection.objects.owned_by(organization).filter(pk=connection.pk).update(max_in_flight=500)
    step = {
        "title": "Sending",
        "use": f"{slug}/{action}",
        "with": {"path": path, "record_pointer": "/id", "body": _body(action, known_by)},
        "timeout_seconds": timeout_seconds,
        "retry": {"base_seconds": 0.5, "factor": 1.5, "cap_seconds": 3, "max_tries": 100},
    }
    definition = {
        "workflow": slug,
        "name": slug,
        "subject": "${{ input.company }}",
        "form": {"title": slug, "fields": {"company": {"label": "Company", "kind": "text"}}},
        "steps": {"only": step},
    }
    definition_publish(organization=organization, document=json.dumps(definition))


if __name__ == "__main__":
    print(json.dumps(main()))
