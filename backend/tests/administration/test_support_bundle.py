"""Canary secrets in every setting, payload, credential, header and address; none in a bundle."""

from __future__ import annotations

import base64
import json
import os
import secrets
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from administration.variables import SECRET
from core.accounts.models import Membership, Organization, Role, User
from core.alerts.models import Alert
from core.connections.services import connection_save
from core.submissions.accept import submission_accept
from core.submissions.models import Attempt, Source
from core.workflows.versions import definition_publish
from tests.canaries import ANSWERS, Haystack
from tests.engine import deliver
from tests.sensitive import FIELDS

BACKEND = Path(__file__).resolve().parents[2]
PERSON = "canary.person@people.example"
TOKEN = "canary-token-of-the-connection-91c3"
HEADER = "canary-header-of-the-connection-77ab"
PLAIN = "canary company that nobody marked as sensitive"
NAME = "Canary Workflow Name"


def key_of_bytes() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def variables() -> tuple[dict[str, str], dict[str, str]]:
    """An environment with a canary in every secret, and the canaries by name."""
    database = connection.settings_dict
    words = {name: f"canary-of-the-secret-{name.lower().replace('_', '-')}-5d1f" for name in SECRET}
    audit, signing = key_of_bytes(), key_of_bytes()
    own = ",".join(
        f"{name}:{base64.b64encode(key).decode()}"
        for name, key in settings.WAYBILL_ENCRYPTION_KEYS.items()
    )
    planted = {name: words[name] for name in SECRET}
    planted |= {
        "DATABASE_URL": database["PASSWORD"],
        "WAYBILL_ENCRYPTION_KEYS": own.partition(":")[2].partition(",")[0],
        "WAYBILL_AUDIT_KEYS": audit,
        "WAYBILL_JWT_KEYS": signing,
        "SMTP_FROM": "canary.sender@mail.example",
        "SMTP_USER": "canary.login@mail.example",
    }
    environ = {name: words[name] for name in SECRET}
    environ |= {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"postgresql://{database['USER']}:{database['PASSWORD']}"
        f"@{database['HOST']}:{database['PORT']}/{database['NAME']}",
        "REDIS_URL": f"redis://:{words['REDIS_URL']}@127.0.0.1:1",
        "CELERY_BROKER_URL": f"redis://:{words['CELERY_BROKER_URL']}@127.0.0.1:1/0",
        "CELERY_RESULT_URL": f"redis://:{words['CELERY_RESULT_URL']}@127.0.0.1:1/1",
        "WAYBILL_EVENTS_REDIS_URL": f"redis://:{words['WAYBILL_EVENTS_REDIS_URL']}@127.0.0.1:1/2",
        "WAYBILL_ENCRYPTION_KEYS": own,
        "WAYBILL_AUDIT_KEYS": f"a1:{audit}",
        "WAYBILL_JWT_KEYS": f"j1:{signing}",
        "WAYBILL_PUBLIC_URL": "http://127.0.0.1:1",
        "WAYBILL_EGRESS_PROXY": f"http://user:{words['WAYBILL_EGRESS_PROXY']}@127.0.0.1:1",
        "WAYBILL_HEARTBEAT_URL": f"http://127.0.0.1:1/{words['WAYBILL_HEARTBEAT_URL']}",
        "SENTRY_DSN": f"http://{words['SENTRY_DSN']}@127.0.0.1:1/1",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://user:"
        f"{words['OTEL_EXPORTER_OTLP_ENDPOINT']}@127.0.0.1:1",
        "OTEL_EXPORTER_OTLP_HEADERS": "Authorization=Bearer%20"
        f"{words['OTEL_EXPORTER_OTLP_HEADERS']}",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": "1",
        "SMTP_FROM": planted["SMTP_FROM"],
        "SMTP_USER": planted["SMTP_USER"],
        "WAYBILL_UPLOADS_S3_BUCKET": "files",
        "WAYBILL_UPLOADS_S3_ENDPOINT": "http://127.0.0.1:1",
    }
    return environ, planted


def deployment() -> None:
    """An organization, a person, a connection, and a submission that was tried."""
    organization = Organization.objects.create(slug="acme", name="Canary Organization Name")
    person = User.objects.create_user(PERSON, "canary-password-1177", name="Canary Person Name")
    Membership.objects.create(organization=organization, user=person, role=Role.OWNER)
    connection_save(
        organization=organization,
        slug="erp",
        name="Canary Connection Name",
        connector="rest",
        config={"base_url": "http://127.0.0.1:9", "headers": {"X-Canary": HEADER}},
        credentials={"auth": {"scheme": "bearer", "token": TOKEN}},
    )
    definition = {
        "workflow": "accounts",
        "name": NAME,
        "subject": "${{ input.company }}",
        "form": {"address": "accounts", "title": "Your account", "fields": FIELDS},
        "steps": {
            "first": {
                "title": "Sending",
                "use": "erp/request.send",
                "with": {"path": "/p", "body": {"iban": "${{ input.iban }}"}},
            }
        },
    }
    version = definition_publish(organization=organization, document=json.dumps(definition))
    answers = {"company": PLAIN, **ANSWERS}
    submission_accept(version=version, data=answers, source=Source.API)
    deliver()
    Alert.objects.create(
        organization=organization,
        kind="step_failed",
        subject=f"{PLAIN}",
        message=PLAIN,
        facts={"workflow": NAME, "submission": PLAIN},
    )


def test_no_secret_and_nothing_that_people_wrote_is_in_a_bundle(
    transactional_db: None, tmp_path: Path
) -> None:
    deployment()
    assert Attempt.unscoped.exists()
    environ, planted = variables()
    path = tmp_path / "bundle.zip"
    ended = subprocess.run(
        [sys.executable, "waybill-admin", "support-bundle", "--to", str(path)],
        cwd=BACKEND,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr
    haystack = Haystack()
    haystack.add("the file", path.read_bytes())
    haystack.add("what was printed", ended.stdout + ended.stderr)
    with zipfile.ZipFile(path) as bundle:
        for name in bundle.namelist():
            haystack.add(name, bundle.read(name))
        told = json.loads(bundle.read("settings.json"))
        counted = json.loads(bundle.read("counts.json"))
        found = json.loads(bundle.read("doctor.json"))
    for name in ("the organization", "the person", "the connection"):
        planted[name] = f"Canary {name.removeprefix('the ').title()} Name"
    planted |= {
        "a person's address": PERSON,
        "a token": TOKEN,
        "a header": HEADER,
        "an answer": PLAIN,
        "a workflow": NAME,
        **{name: answer for name, answer in ANSWERS.items() if len(answer) > 4},
    }
    assert haystack.findings(planted) == []
    # It is of use: counts and findings are there.
    assert counted["submissions"]
    assert counted["organizations"] == {"all": 1}
    assert {each["part"] for each in found["findings"]} >= {"database", "redis", "mail", "egress"}
    assert {told[name] for name in SECRET} == {"set"}
    assert told["SMTP_PORT"] == "1"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_text("mine")
    with pytest.raises(CommandError, match="is there already"):
        call_command("support_bundle", "--to", str(path))
    assert path.read_text() == "mine"
