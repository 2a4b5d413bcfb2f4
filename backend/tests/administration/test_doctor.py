from __future__ import annotations

import base64
import json
import os
import re
import secrets
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import redis
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now

from administration.doctor import Finding, State, examine
from administration.doctor.bounded import Check, run_bounded
from administration.doctor.checks.clocks import clock_finding
from administration.doctor.checks.egress import egress_findings
from administration.doctor.checks.environment import environment_findings
from administration.doctor.checks.files import upload_findings
from administration.doctor.checks.keys import key_findings
from administration.doctor.checks.mail import mail_findings
from administration.doctor.checks.processes import process_findings
from administration.doctor.checks.public_address import public_address_findings
from administration.doctor.checks.records import backup_findings
from administration.doctor.checks.redis_servers import redis_findings
from administration.doctor.findings import ok
from administration.variables import KNOWN, SECRET, given_variables, secrets_mask
from core.delivery.models import Heartbeat
from core.postgres.rights_check import rights_faults
from core.postgres.tenancy import database_owner
from tests.conftest import Tenant
from tests.mail import Mailbox

BACKEND = Path(__file__).resolve().parents[2]
QUEUES = ("deliver.critical", "deliver.default", "deliver.bulk", "callbacks", "maintenance")


def states(findings: Iterator[Finding] | list[Finding]) -> dict[str, State]:
    return {finding.part: finding.state for finding in findings}


def only(findings: Iterator[Finding]) -> Finding:
    (finding,) = findings
    return finding


def doctor(**variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "waybill-admin", "doctor", "--json"],
        cwd=BACKEND,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def key(name: str = "k1") -> str:
    return f"{name}:{base64.b64encode(secrets.token_bytes(32)).decode()}"


def test_every_missing_setting_is_named_at_once() -> None:
    ended = doctor()
    assert ended.returncode == 1
    assert ended.stderr == ""
    told = json.loads(ended.stdout)
    assert told["ok"] is False
    for name in ("DATABASE_URL", "REDIS_URL", "WAYBILL_SECRET_KEY", "WAYBILL_JWT_KEYS"):
        assert any(name in each["detail"] for each in told["findings"])
    assert any(each["state"] == "not checked" for each in told["findings"])


def test_every_wrong_setting_is_named_at_once() -> None:
    ended = doctor(
        DATABASE_URL="postgresql://waybill:pw-of-database@127.0.0.1:1/waybill",
        REDIS_URL="http://127.0.0.1:1",
        WAYBILL_SECRET_KEY="s" * 60,
        WAYBILL_ENCRYPTION_KEYS="k1:not-a-key",
        WAYBILL_JWT_KEYS=key(),
        WAYBILL_PUBLIC_URL="https://waybill.example.com",
        WAYBILL_DB_CONN_MAX_AGE="often",
    )
    assert ended.returncode == 1
    failures = [each["detail"] for each in json.loads(ended.stdout)["findings"]]
    for word in ("REDIS_URL", "WAYBILL_ENCRYPTION_KEYS", "WAYBILL_DB_CONN_MAX_AGE"):
        assert any(word in each for each in failures), failures


def test_settings_may_be_in_files_whose_contents_are_secret(tmp_path: Path) -> None:
    given = {
        "DATABASE_URL": "postgresql://waybill:pw-of-database@127.0.0.1:1/waybill",
        "REDIS_URL": "redis://:pw-of-redis@127.0.0.1:1",
        "WAYBILL_SECRET_KEY": "secret-key-" * 6,
        "WAYBILL_ENCRYPTION_KEYS": key(),
        "WAYBILL_JWT_KEYS": key(),
        "WAYBILL_PUBLIC_URL": "http://127.0.0.1:1",
    }
    for name, value in given.items():
        (tmp_path / name).write_text(f"{value}\n")
    ended = doctor(**{f"{name}_FILE": str(tmp_path / name) for name in given})
    told = json.loads(ended.stdout)["findings"]
    assert next(each["state"] for each in told if each["part"] == "settings") == "ok"
    assert not [each for each in told if "_FILE is set, but nothing reads it" in each["detail"]]
    assert "pw-of" not in ended.stdout


def test_a_file_that_is_not_there_is_named_and_not_called_missing(tmp_path: Path) -> None:
    told = json.loads(doctor(REDIS_URL_FILE=str(tmp_path / "redis_url")).stdout)["findings"]
    failures = [each["detail"] for each in told if each["state"] == "failed"]
    assert any("REDIS_URL_FILE names" in each and "cannot be read" in each for each in failures)
    assert "REDIS_URL is missing; there is no default" not in failures


def test_servers_that_are_away_hide_nothing_and_no_secret_is_printed() -> None:
    encryption, signing = key(), key()
    ended = doctor(
        DATABASE_URL="postgresql://waybill:pw-of-database@127.0.0.1:1/waybill",
        REDIS_URL="redis://:pw-of-redis@127.0.0.1:1",
        WAYBILL_SECRET_KEY="secret-key-" * 6,
        WAYBILL_ENCRYPTION_KEYS=encryption,
        WAYBILL_JWT_KEYS=signing,
        WAYBILL_PUBLIC_URL="http://127.0.0.1:1",
        SMTP_HOST="127.0.0.1",
        SMTP_PORT="1",
        SMTP_PASSWORD="pw-of-mail",
    )
    told = {each["part"]: each for each in json.loads(ended.stdout)["findings"]}
    for part in ("database", "redis", "mail"):
        assert told[part]["state"] == "failed"
        assert told[part]["remedy"]
    assert told["migrations"]["state"] == "not checked"
    assert told["public address"]["state"] == "not checked"
    for secret in ("pw-of", "secret-key-", encryption[3:], signing[3:]):
        assert secret not in ended.stdout + ended.stderr


def test_a_secret_may_be_in_a_file_and_is_masked_as_well(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("postgresql://waybill:pw-in-a-file@127.0.0.1:1/waybill\n")
    ended = doctor(
        DATABASE_URL_FILE=str(file),
        REDIS_URL_FILE=str(tmp_path / "missing"),
        WAYBILL_SECRET_KEY="s" * 60,
        WAYBILL_ENCRYPTION_KEYS=key(),
        WAYBILL_JWT_KEYS=key(),
        WAYBILL_PUBLIC_URL="http://127.0.0.1:1",
    )
    failures = [each["detail"] for each in json.loads(ended.stdout)["findings"]]
    assert any("REDIS_URL_FILE" in each and "cannot be read" in each for each in failures)
    assert not any("DATABASE_URL" in each for each in failures)
    mask = secrets_mask(given_variables({"DATABASE_URL_FILE": str(file)}))
    assert mask.text("pw-in-a-file") != "pw-in-a-file"


def test_a_misspelt_variable_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYBILL_PUBLIC_URLS", "https://waybill.example.com")
    assert any(
        "WAYBILL_PUBLIC_URLS" in finding.detail and "WAYBILL_PUBLIC_URL " in finding.remedy + " "
        for finding in environment_findings()
    )


def test_every_variable_that_is_read_is_known() -> None:
    read = re.compile(r'(?:env\.[a-z_]+|choice|rate|_redis)\(\s*"([A-Z][A-Z0-9_]+)"')
    sources = [path.read_text() for path in (BACKEND / "mysite" / "settings").glob("*.py")]
    found = {name for source in sources for name in read.findall(source)}
    assert len(found) > 60
    assert found - KNOWN == set()


def test_secrets_are_masked_in_every_part_of_an_address() -> None:
    mask = secrets_mask(
        {
            "DATABASE_URL": "postgresql://waybill:p%40ss-word@db/waybill",
            "WAYBILL_HEARTBEAT_URL": "https://hc.example/0123456789abcdef",
            "WAYBILL_ENCRYPTION_KEYS": "k1:QUJDREVGR0g=,k2:WFlaWFlaWFk=",
            "WAYBILL_LIMIT_KEY": "not-a-rate-but-a-secret",
            "SMTP_HOST": "mail.example.com",
        }
    )
    said = mask.text(
        "p%40ss-word p@ss-word 0123456789abcdef QUJDREVGR0g= WFlaWFlaWFk="
        " not-a-rate-but-a-secret mail.example.com"
    )
    assert said.split()[-1] == "mail.example.com"
    assert len(set(said.split()[:-1])) == 1
    assert SECRET <= KNOWN


def test_a_check_that_hangs_and_one_that_breaks_hide_no_other() -> None:
    held = threading.Event()

    def hang() -> Iterator[Finding]:
        held.wait(60)
        yield ok("slow", "came after all")

    def broken() -> Iterator[Finding]:
        raise RuntimeError("no such thing")

    checks = [Check("slow", hang), Check("broken", broken), Check("good", lambda: [ok("good", "")])]
    found = run_bounded(checks, seconds=2)
    held.set()
    assert [finding.part for finding in found] == ["slow", "broken", "good"]
    assert [finding.state for finding in found] == [State.FAILED, State.FAILED, State.OK]
    assert "no such thing" in found[1].detail


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as server:
        yield server.getsockname()[1]


def test_a_mail_server_that_says_nothing_does_not_hold_up_the_rest(
    transactional_db: None, settings: Any, silent_port: int
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", silent_port
    found = {finding.part: finding for finding in examine(seconds=4)}
    assert found["mail"].state is State.FAILED
    assert "no answer within" in found["mail"].detail
    assert found["database"].state is State.OK
    assert found["migrations"].state is State.OK
    assert found["database rights"].state is State.OK


def test_a_mail_server_is_asked_without_sending(
    settings: Any, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    assert only(mail_findings()).state is State.OK
    assert mailbox.messages == []
    sent = list(mail_findings("ada@acme.example"))
    assert [finding.state for finding in sent] == [State.OK, State.OK]
    assert mailbox.recipients == [["ada@acme.example"]]


def test_a_mail_server_without_starttls_is_told_from_one_that_is_away(
    settings: Any, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    settings.EMAIL_USE_TLS = True
    assert "STARTTLS" in only(mail_findings()).detail
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_PORT = 1
    assert "ConnectionRefused" in only(mail_findings()).detail


def test_a_redis_that_throws_things_away_is_found(settings: Any) -> None:
    client = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    before = str(client.config_get("maxmemory-policy")["maxmemory-policy"])
    part = "redis maxmemory-policy"
    assert states(redis_findings())[part] is State.OK
    client.config_set("maxmemory-policy", "allkeys-lru")
    try:
        assert states(redis_findings())[part] is State.FAILED
    finally:
        client.config_set("maxmemory-policy", before)
        client.close()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("ALTER TABLE submissions_submission DISABLE ROW LEVEL SECURITY", "submissions_submission"),
        ("DROP POLICY of_organization ON accounts_apikey", "accounts_apikey"),
        ("GRANT UPDATE ON audit_auditentry TO waybill_app", "waybill_app on audit_auditentry"),
        ("REVOKE SELECT ON accounts_user FROM waybill_worker", "waybill_worker on accounts_user"),
        ("GRANT SELECT ON submissions_event_default TO waybill_app", "submissions_event_default"),
        (
            "GRANT EXECUTE ON FUNCTION waybill_month_drop TO waybill_app",
            "waybill_app may call waybill_month_drop",
        ),
    ],
)
def test_a_right_that_was_changed_by_hand_is_found(db: None, change: str, told: str) -> None:
    assert rights_faults() == []
    with database_owner("changes what only an owner can"), connection.cursor() as cursor:
        cursor.execute(change)
    (fault,) = rights_faults()
    assert told in fault


def test_a_missing_key_and_one_with_other_bytes_are_told_apart(
    tenant: Tenant, settings: Any
) -> None:
    assert {finding.state for finding in key_findings()} == {State.OK}
    (name,) = settings.WAYBILL_ENCRYPTION_KEYS
    settings.WAYBILL_ENCRYPTION_KEYS = {"other": secrets.token_bytes(32)}
    missing = [finding for finding in key_findings() if finding.state is State.FAILED]
    assert f"“{name}” is missing" in missing[0].detail
    settings.WAYBILL_ENCRYPTION_KEYS = {name: secrets.token_bytes(32)}
    changed = [finding for finding in key_findings() if finding.state is State.FAILED]
    assert f"“{name}” has other bytes" in changed[0].detail


def test_processes_without_a_sign_of_life_are_named(db: None) -> None:
    assert set(states(process_findings()).values()) == {State.FAILED}
    for name in ("dispatcher", *QUEUES):
        Heartbeat.objects.create(name=name, seen_at=Now())
    assert set(states(process_findings()).values()) == {State.OK}
    Heartbeat.objects.filter(name="callbacks").update(seen_at=Now() - timedelta(minutes=5))
    found = states(process_findings())
    assert found.pop("worker callbacks") is State.FAILED
    assert set(found.values()) == {State.OK}


def test_a_backup_that_is_too_old_is_found(db: None) -> None:
    assert only(backup_findings()).state is State.WARNING
    Heartbeat.objects.create(name="backup", seen_at=Now())
    assert only(backup_findings()).state is State.OK
    Heartbeat.objects.update(seen_at=Now() - timedelta(days=3))
    assert only(backup_findings()).state is State.FAILED


def test_connections_that_lead_inside_are_named(tenant: Tenant) -> None:
    found = list(egress_findings())
    assert found[0].state is State.WARNING
    assert f"{tenant.organization.slug}/erp leads to a private address" in found[0].detail
    assert "127.0.0.1:9" in found[0].remedy


def test_clocks_are_compared_with_room_for_the_answer() -> None:
    assert clock_finding("theirs", 100.0, 99.0, 101.0).state is State.OK
    assert clock_finding("theirs", 110.0, 99.0, 101.0).state is State.WARNING
    assert clock_finding("theirs", 10.0, 99.0, 101.0).state is State.FAILED


def test_a_place_for_files_that_takes_none_is_found(settings: Any, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert only(upload_findings()).state is State.OK
    stored = settings.STORAGES["uploads"]["OPTIONS"] | {"location": str(file / "below")}
    settings.WAYBILL_UPLOADS_DIR = str(file / "below")
    settings.STORAGES = settings.STORAGES | {
        "uploads": settings.STORAGES["uploads"] | {"OPTIONS": stored}
    }
    assert next(upload_findings()).state is State.FAILED


def test_the_public_address_is_told_from_another_installation(
    live_server: Any, settings: Any
) -> None:
    settings.WAYBILL_PUBLIC_URL = live_server.url
    assert states(public_address_findings(seconds=60))["public address"] is State.OK
    with _another() as url:
        settings.WAYBILL_PUBLIC_URL = url
        found = next(public_address_findings(seconds=60))
    assert found.state is State.FAILED
    assert "another installation" in found.detail


def test_one_answer_of_a_broken_connection_is_no_finding(settings: Any) -> None:
    for broken, expected in ((1, "another installation"), (2, "answers 502")):
        with _another(broken=broken) as url:
            settings.WAYBILL_PUBLIC_URL = url
            found = next(public_address_findings(seconds=60))
        assert expected in found.detail


class _another:
    """A server that says it lives, and knows nothing of our key; after so many that broke."""

    def __init__(self, broken: int = 0) -> None:
        self._statuses = iter([502] * broken)

    def __enter__(self) -> str:
        statuses = self._statuses

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = b'{"status": "live", "proof": "0000"}'
                self.send_response(next(statuses, 200))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def test_the_command_prints_json_and_ends_with_1(
    transactional_db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json")
    assert ended.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert {"part", "state", "detail", "remedy"} == set(told["findings"][0])
    assert all(each["remedy"] for each in told["findings"] if each["state"] == "failed")
