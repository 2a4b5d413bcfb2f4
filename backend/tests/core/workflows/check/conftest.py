from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from core.accounts.models import Organization
from core.connections.models import Connection
from core.connections.services import connection_save
from core.workflows.versions import definition_publish

_TRYTON = {"base_url": "http://127.0.0.1:9", "company": 1}
_MAIL = {"host": "mail.example.com", "from_address": "a@example.com"}
_REST = {"base_url": "http://127.0.0.1:9"}


def connect(organization: Organization, slug: str, connector: str) -> Connection:
    """A connection that leads nowhere."""
    configs: dict[str, dict[str, Any]] = {"tryton": _TRYTON, "email": _MAIL, "rest": _REST}
    keys = {"tryton": {"application_key": "planted-key"}}
    return connection_save(
        organization=organization,
        slug=slug,
        name=slug,
        connector=connector,
        config=configs[connector],
        credentials=keys.get(connector, {}),
    )


@pytest.fixture
def organization(db: None) -> Organization:
    """With connections to three kinds of systems, one more that was deleted, and a neighbour."""
    ours = Organization.objects.create(slug="ours", name="Ours")
    for slug, connector in [("erp", "tryton"), ("mail", "email"), ("api", "rest")]:
        connect(ours, slug, connector)
    deleted = connect(ours, "deleted-shop", "rest")
    deleted.deleted_at = timezone.now()
    deleted.save(update_fields=["deleted_at"])
    theirs = Organization.objects.create(slug="theirs", name="Theirs")
    connect(theirs, "foreign-crm", "rest")
    definition_publish(
        organization=theirs,
        document=(
            "{workflow: theirs, name: Theirs, form: {address: taken, title: T, fields: {a: {label:"
            " A, kind: text}}}, steps: {s: {use: foreign-crm/request.send, with: {path: /}}}}"
        ).replace("{workflow", "--- {workflow", 1),
    )
    return ours
