"""A database of its own with a submission in each effect class, and a backup of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from pyrage import x25519

from core.accounts.models import Organization
from core.backups import Made, backup_make, silent
from core.backups.programs import program_find
from core.backups.server import (
    Server,
    application_in,
    database_drop,
    database_make,
    server_of_application,
)
from core.connections.services import connection_save
from core.postgres.tenancy import every_organization
from core.submissions.accept import submission_accept
from core.submissions.models import Source, Upload
from core.workflows.versions import definition_publish

ACTIONS = {
    "keyed": "request.send_keyed",
    "readable": "request.send_found",
    "blind": "request.send",
}
ORGANIZATION = uuid.uuid4()
STORED = f"{ORGANIZATION}/{'a' * 32}"
"""Where the file lies. Other tests leave files of other organizations beside it."""
CONTENT = b"%PDF-1.7 planted content " * 4000


@pytest.fixture(scope="session", autouse=True)
def _may_reach_the_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def source() -> Iterator[str]:
    """The name of a database with an organization, submissions, credentials and a file."""
    server = server_of_application()
    name = f"waybill_backups_{os.getpid()}"
    database_make(server, name, like=None)
    try:
        _copy(server, name)
        with application_in(name), every_organization("it is filled"):
            _fill()
        yield name
    finally:
        database_drop(server, name)


def _copy(server: Server, name: str) -> None:
    """As a template, the tests' database would have to be without other sessions."""
    address, environment = server.for_program()
    to, _ = server.named(name).for_program()
    with server.connect() as session:
        major = session.info.server_version // 10_000
    dump, restore = (program_find(each, at_least=major) for each in ("pg_dump", "pg_restore"))
    dumped = subprocess.run(
        [dump, "--format=custom", f"--dbname={address}"],
        env=environment, check=True, capture_output=True,
    ).stdout  # fmt: skip
    subprocess.run([restore, f"--dbname={to}"], env=environment, check=True, input=dumped)


def _fill() -> None:
    organization = Organization.objects.create(id=ORGANIZATION, slug="backed-up", name="Backed up")
    look_up = {"path": "/l", "query": {"r": "{reference}"}, "records": "/i", "reference": "/r"}
    for slug, action in ACTIONS.items():
        connection_save(
            organization=organization,
            slug=slug,
            name=slug,
            connector="rest",
            config={"base_url": "http://127.0.0.1:9", "look_up": look_up},
            credentials={"auth": {"scheme": "bearer", "token": "planted-credential"}},
        )
        definition = {
            "workflow": slug,
            "name": slug,
            "subject": "${{ input.company }}",
            "form": {"title": slug, "fields": {"company": {"label": "Company", "kind": "text"}}},
            "steps": {"only": {"title": "Sending", "use": f"{slug}/{action}", "with": _WITH}},
        }
        version = definition_publish(organization=organization, document=json.dumps(definition))
        data = {"company": "Acme Ltd"}
        submission_accept(version=version, data=data, source=Source.API)
    Upload.objects.create(
        organization=organization,
        workflow_id=version.workflow_id,
        field="paper",
        name="paper.pdf",
        size=len(CONTENT),
        media_type="application/pdf",
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        stored_as=storages["uploads"].save(STORED, ContentFile(CONTENT)),
    )


_WITH = {"path": "/p", "body": {"company": "${{ input.company }}"}}


@dataclass(frozen=True)
class Kept:
    """A backup on disk, and the key that opens it."""

    folder: Path
    identity: x25519.Identity
    made: Made

    def copy(self, to: Path) -> Path:
        return Path(shutil.copytree(self.folder, to / self.folder.name))


@pytest.fixture(scope="session")
def kept(source: str, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A backup of the source, encrypted."""
    identity = x25519.Identity.generate()
    with recipients(identity), application_in(source):
        made = backup_make(to=str(tmp_path_factory.mktemp("backups")), progress=silent())
    return Kept(Path(made.where), identity, made)


@contextmanager
def recipients(*identities: x25519.Identity) -> Iterator[None]:
    """Encrypt for these until the block ends."""
    before = project.WAYBILL_BACKUP_RECIPIENTS
    project.WAYBILL_BACKUP_RECIPIENTS = [str(each.to_public()) for each in identities]
    try:
        yield
    finally:
        project.WAYBILL_BACKUP_RECIPIENTS = before


@pytest.fixture
def target() -> Iterator[str]:
    """The name of a database that is not there yet; gone after the test."""
    name = f"waybill_restored_{os.getpid()}"
    with ExitStack() as after:
        after.callback(database_drop, server_of_application(), name)
        yield name


def databases() -> set[str]:
    """Those of this process: tests beside it make and drop their own."""
    with server_of_application().maintenance() as session:
        names = {name for (name,) in session.execute("SELECT datname FROM pg_database")}
    return {name for name in names if str(os.getpid()) in name.split("_")}
