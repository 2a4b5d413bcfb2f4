"""Health of a process, for whoever starts and stops it. Not part of the API."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

import redis
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from api.schemas.operations.health import (
    CheckOut,
    ChecksOut,
    PartOut,
    PartsOut,
    ReadyOut,
    SchemaOut,
    VersionOut,
)
from core.crypto.same_installation import LONGEST_CHALLENGE, challenge_answer
from core.delivery.models import LedgerCheck
from core.delivery.operate import FRESH_FOR, heartbeats_missing, heartbeats_seen
from core.postgres.schema_state import SchemaState, schema_now
from core.version import VERSION
from core.workflows.models import Queue

_BROKER_TIMEOUT_SECONDS = 1.0
_NO_DATABASE = "unknown while the database does not answer"


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked, so a failing dependency restarts nobody.

    ``?challenge=…``: `waybill-admin doctor` asks whether this is its own installation.
    """
    body = {"status": "live"}
    challenge = request.GET.get("challenge", "")
    if 0 < len(challenge) <= LONGEST_CHALLENGE:
        body["proof"] = challenge_answer(challenge)
    return JsonResponse(body)


@require_safe
def ready(_: HttpRequest) -> HttpResponse:
    """200 if database, broker, dispatcher and every delivery queue's worker are there and the
    schema is not behind this code, or 503."""
    database = _database()
    no_database = CheckOut(ok=False, detail=_NO_DATABASE)
    checks = ChecksOut(
        database=database,
        broker=_broker(),
        worker=_worker() if database.ok else no_database,
        migrations=_migrations() if database.ok else no_database,
    )
    all_ok = all(check.ok for check in (database, checks.broker, checks.worker, checks.migrations))
    body = ReadyOut(status="ready" if all_ok else "not_ready", checks=checks)
    status = HTTPStatus.OK if all_ok else HTTPStatus.SERVICE_UNAVAILABLE
    response = JsonResponse(body.model_dump(), status=status)
    response["Cache-Control"] = "no-store"
    return response


_QUEUES = (*(f"deliver.{queue}" for queue in Queue.values), "callbacks", "maintenance")


@require_safe
def version(_: HttpRequest) -> HttpResponse:
    """What runs here, and whether the database was migrated for it. Always 200."""
    schema = SchemaOut(state="unknown", detail=_NO_DATABASE)
    if _database().ok:
        now = schema_now()
        schema = SchemaOut(state=now.state.value, detail=now.sentence)
    body = VersionOut(version=VERSION, commit=settings.WAYBILL_COMMIT, database=schema)
    response = JsonResponse(body.model_dump())
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def parts(request: HttpRequest) -> HttpResponse:
    """Each part by itself: JSON for a program, lines of text for a person's browser or terminal.

    200 if all is well, or 503.
    """
    database = _database()
    found = [
        PartOut(name="database", **database.model_dump()),
        PartOut(name="broker", **_broker().model_dump()),
        *(_beating() if database.ok else []),
        *(_kept() if database.ok else []),
    ]
    body = PartsOut(ok=all(part.ok for part in found), parts=found)
    status = HTTPStatus.OK if body.ok else HTTPStatus.SERVICE_UNAVAILABLE
    response: HttpResponse
    if request.get_preferred_type(["application/json", "text/plain"]) == "text/plain":
        lines = [f"{'ok  ' if each.ok else 'FAIL'}  {each.name:23} {each.detail}" for each in found]
        response = HttpResponse("\n".join(lines) + "\n", "text/plain; charset=utf-8", status)
    else:
        response = JsonResponse(body.model_dump(), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _beating() -> list[PartOut]:
    """The dispatcher, and a worker of each queue; beat too, since it sends what they answer."""
    names = {"dispatcher": "dispatcher", **{f"worker {queue}": queue for queue in _QUEUES}}
    ages = heartbeats_seen(names.values())
    return [
        PartOut(name=name, ok=age is not None and age <= FRESH_FOR, detail=_seen(age))
        for name, age in ((name, ages[each]) for name, each in names.items())
    ]


def _seen(age: timedelta | None) -> str:
    return "never seen" if age is None else f"seen {max(0, age.total_seconds()):.0f} s ago"


def _kept() -> list[PartOut]:
    """Migrations, and the last comparison of what was accepted with what became of it."""
    latest = LedgerCheck.objects.order_by("-at").first()
    wrong = len(latest.findings) if latest else 0
    checked = f"{wrong} checks failed" if latest else "not checked yet"
    return [
        PartOut(name="migrations", **_migrations().model_dump()),
        PartOut(
            name="ledger",
            ok=not wrong,
            detail=f"{checked} at {latest.at:%Y-%m-%d %H:%M} UTC" if latest else checked,
        ),
    ]


def _database() -> CheckOut:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError) as error:
        return CheckOut(ok=False, detail=f"does not answer ({type(error).__name__})")
    return CheckOut(ok=True, detail="answers")


def _migrations() -> CheckOut:
    schema = schema_now()
    return CheckOut(ok=schema.state is not SchemaState.BEHIND, detail=schema.sentence)


def _broker() -> CheckOut:
    client = redis.Redis.from_url(
        settings.CELERY_BROKER_URL,
        socket_timeout=_BROKER_TIMEOUT_SECONDS,
        socket_connect_timeout=_BROKER_TIMEOUT_SECONDS,
    )
    try:
        client.ping()
    except redis.RedisError as error:
        return CheckOut(ok=False, detail=f"does not answer ({type(error).__name__})")
    finally:
        client.close()
    return CheckOut(ok=True, detail="answers")


def _worker() -> CheckOut:
    missing = heartbeats_missing(f"deliver.{queue}" for queue in Queue.values)
    if missing:
        return CheckOut(ok=False, detail=f"no worker seen lately on {', '.join(missing)}")
    if heartbeats_missing(["dispatcher"]):
        return CheckOut(ok=False, detail="no dispatcher leads, so nobody is woken")
    return CheckOut(ok=True, detail="seen on every delivery queue")
