"""Tenants: an organization with a person, an API key and a published form."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
from django.contrib.contenttypes.management import create_contenttypes
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import Client

from core.accounts.api_keys import api_key_create
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import Permission
from core.connections.services import connection_save
from core.postgres.tenancy import database_owner, every_organization
from core.workflows.compile import version_compiled
from core.workflows.models import WorkflowVersion
from core.workflows.versions import definition_publish, live

pytest_plugins = [
    "tests.attacks",
    "tests.collector",
    "tests.destination",
    "tests.engine",
    "tests.logged",
    "tests.mail",
    "tests.sensitive",
    "tests.shared",
]

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

hypothesis.settings.register_profile("waybill", deadline=None)  # the machine may be busy
hypothesis.settings.load_profile("waybill")

PASSWORD = "correct horse battery staple"
AUDIT_TRUNCATE_GUARDS = {
    "audit_auditentry": "audit_no_truncate",
    "audit_audithead": "audit_head_no_truncate",
}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread that has not yet ended must not keep the test database from being dropped."""
    with (
        django_db_blocker.unblock(),
        database_owner("triggers are the owner's"),
        connection.cursor() as cursor,
    ):
        # Tests of several transactions are cleaned up after with TRUNCATE.
        for table, trigger in AUDIT_TRUNCATE_GUARDS.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    # Each of those would make Django's own permissions anew, which nothing here asks for.
    post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    post_migrate.disconnect(create_contenttypes)
    yield
    with (
        django_db_blocker.unblock(),
        database_owner("sessions end by their login's hand"),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            # Nobody but a superuser may end what PostgreSQL itself runs.
            " AND backend_type = 'client backend'"
        )


@pytest.fixture(autouse=True)
def _all_rows() -> Iterator[None]:
    """A test looks at everything, as a worker does; a request in it begins as nobody's."""
    with every_organization("tests look at what was written"):
        yield


@pytest.fixture(autouse=True)
def no_recent_versions() -> None:
    """What a process remembers of forms belongs to organizations of earlier tests."""
    live._recent.clear()
    version_compiled.cache_clear()


@dataclass(frozen=True)
class Tenant:
    organization: Organization
    user: User
    key: str
    version: WorkflowVersion
    form_slug: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.key}"}


def make_tenant(form_slug: str) -> Tenant:
    """Two steps that nobody delivers: no worker runs in these tests."""
    code = uuid.uuid4().hex[:8]
    organization = Organization.objects.create(slug=f"t-{code}", name=f"Tenant {code}")
    user = User.objects.create_user(f"ada-{code}@example.com", PASSWORD, name="Ada")
    Membership.objects.create(organization=organization, user=user, role=Role.OPERATOR)
    _, key = api_key_create(organization=organization, name="Tests", scopes=Permission)
    connection_save(
        organization=organization,
        slug="erp",
        name="The ERP",
        connector="rest",
        config={"base_url": "http://127.0.0.1:9"},
        credentials={"auth": {"scheme": "bearer", "token": "planted-connection-token"}},
    )
    version = definition_publish(
        organization=organization, document=json.dumps(_new_customer(form_slug))
    )
    return Tenant(organization, user, key, version, form_slug)


def _new_customer(address: str) -> dict[str, Any]:
    return {
        "workflow": "new-customer",
        "name": "New customer",
        "subject": "${{ input.company }}",
        "form": {
            "address": address,
            "title": "Become a customer",
            "fields": {
                "company": {"label": "Company", "kind": "text"},
                "email": {"label": "E-mail", "kind": "email"},
                "contact_name": {"label": "Contact", "kind": "text", "required": False},
                "country": {"label": "Country", "kind": "country", "required": False},
                "note": {
                    "label": "Note",
                    "kind": "multiline",
                    "required": False,
                    "max_length": 500,
                },
            },
        },
        "steps": {
            "customer": {
                "title": "Creating the customer",
                "use": "erp/request.send",
                "with": {"path": "/customers", "body": {"n": "${{ input.company }}"}},
            },
            "welcome": {
                "title": "Sending the welcome",
                "use": "erp/request.send",
                "needs": ["customer"],
                "with": {"path": "/b", "body": {"to": "${{ input.email }}"}},
            },
        },
    }


@pytest.fixture
def tenant(db: None) -> Tenant:
    return make_tenant("new-customer")


@pytest.fixture
def other_tenant(db: None) -> Tenant:
    return make_tenant("other-customer")


@dataclass(frozen=True)
class Api:
    """Sends JSON and hands the answer on; `headers` go with every call."""

    client: Client
    headers: dict[str, str]

    def get(self, path: str, **headers: str) -> Answer:
        return self.client.get(path, headers=self.headers | headers)

    def post(self, path: str, body: Any, **headers: str) -> Answer:
        return self.post_raw(path, json.dumps(body).encode(), **headers)

    def call(self, method: str, path: str, body: Any) -> Answer:
        """Any method; no body where it is None."""
        raw = b"" if body is None else json.dumps(body).encode()
        return self._send(method, path, raw, "application/json", {})

    def post_raw(
        self, path: str, body: bytes, content_type: str = "application/json", **headers: str
    ) -> Answer:
        return self._send("POST", path, body, content_type, headers)

    def _send(
        self, method: str, path: str, body: bytes, content_type: str, headers: dict[str, str]
    ) -> Answer:
        return self.client.generic(
            method,
            path,
            body,
            content_type=content_type,
            headers=self.headers | {name.replace("_", "-"): v for name, v in headers.items()},
        )


@pytest.fixture
def public() -> Api:
    """Nobody in particular."""
    return Api(Client(raise_request_exception=False), {})


@pytest.fixture
def machine(tenant: Tenant) -> Api:
    """The tenant's API key."""
    return Api(Client(raise_request_exception=False), tenant.bearer)


@pytest.fixture
def stranger(other_tenant: Tenant) -> Api:
    """Another organization's API key."""
    return Api(Client(raise_request_exception=False), other_tenant.bearer)
