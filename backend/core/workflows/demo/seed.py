"""The demonstration: an organization, a sign-in, connections, and two definitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from core.accounts.api_keys import api_key_authenticate, api_key_create
from core.accounts.models import Membership, Organization, Role, User
from core.connections.services import connection_save
from core.workflows.models import Workflow
from core.workflows.versions import definition_publish

OPERATOR_EMAIL = "operator@demo.example"

WORKFLOWS = {"new-customer": "new-customer", "bank-details": "bank-details"}
"""Each workflow, and the document that it is published from."""
WITHOUT_ERP = WORKFLOWS | {"new-customer": "new-customer-by-mail"}
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class DemoErp:
    """The Tryton of the demonstration. ``employee`` may be None."""

    url: str
    database: str
    key: str
    company: int
    employee: int | None


@dataclass(frozen=True, slots=True)
class DemoSystems:
    """The destinations of the demonstration. Without ``erp`` it delivers by mail alone."""

    smtp_host: str
    smtp_port: int
    erp: DemoErp | None


def demo_document(name: str) -> str:
    """One of the definitions, as YAML."""
    return (_FOLDER / f"{name}.yaml").read_text()


@transaction.atomic
def demo_seed(*, systems: DemoSystems, password: str, api_key: str) -> None:
    """Make or refresh the demonstration. Running it again changes only what differs."""
    organization, _ = Organization.objects.get_or_create(
        slug="demo", defaults={"name": "Demo Trading Company"}
    )
    _operator(organization, password)
    if api_key_authenticate(secret=api_key) is None:
        api_key_create(organization=organization, name="Demo key", secret=api_key)
    if systems.erp is not None:
        _erp(organization, systems.erp)
    _mail(organization, systems)
    _publish(organization, WORKFLOWS if systems.erp else WITHOUT_ERP)


def _operator(organization: Organization, password: str) -> None:
    user = User.objects.filter(email=OPERATOR_EMAIL).first()
    if user is None:
        user = User.objects.create_user(OPERATOR_EMAIL, password, name="Demo operator")
    elif not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    Membership.objects.owned_by(organization).get_or_create(
        organization=organization, user=user, defaults={"role": Role.OWNER}
    )


def _erp(organization: Organization, erp: DemoErp) -> None:
    connection_save(
        organization=organization,
        slug="erp",
        name="Tryton",
        connector="tryton",
        config={
            "base_url": erp.url,
            "database": erp.database,
            "company": erp.company,
            "employee": erp.employee,
        },
        credentials={"application_key": erp.key},
    )


def _mail(organization: Organization, systems: DemoSystems) -> None:
    connection_save(
        organization=organization,
        slug="mail",
        name="E-mail",
        connector="email",
        config={
            "host": systems.smtp_host,
            "port": systems.smtp_port,
            "security": "none",
            "from_address": "welcome@demo.example",
            "from_name": organization.name,
        },
        credentials={},
    )


def _publish(organization: Organization, documents: Mapping[str, str]) -> None:
    """Publish each definition that has no workflow yet, through the door that everybody uses."""
    known = set(
        Workflow.objects.owned_by(organization).exclude(current=None).values_list("slug", flat=True)
    )
    for slug, name in documents.items():
        if slug not in known:
            definition_publish(organization=organization, document=demo_document(name))
