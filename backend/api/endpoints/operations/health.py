"""Health of a process, for whoever starts and stops it. Not part of the API."""

from __future__ import annotations

from http import HTTPStatus

import redis
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from api.schemas.operations.health import CheckOut, ChecksOut, ReadyOut
from core.delivery.operate import heartbeats_missing
from core.workflows.models import Queue

_BROKER_TIMEOUT_SECONDS = 1.0


@require_safe
def live(_: HttpRequest) -> HttpResponse:
    """The process answers. Nothing else is asked, so a failing dependency restarts nobody."""
    return JsonResponse({"status": "live"})


@require_safe
def ready(_: HttpRequest) -> HttpResponse:
    """200 if database, broker, dispatcher and every delivery queue's worker are there, or 503."""
    database = _database()
    no_database = CheckOut(ok=False, detail="unknown while the database does not answer")
    checks = ChecksOut(
        database=database, broker=_broker(), worker=_worker() if database.ok else no_database
    )
    all_ok = checks.database.ok and checks.broker.ok and checks.worker.ok
    body = ReadyOut(status="ready" if all_ok else "not_ready", checks=checks)
    status = HTTPStatus.OK if all_ok else HTTPStatus.SERVICE_UNAVAILABLE
    response = JsonResponse(body.model_dump(), status=status)
    response["Cache-Control"] = "no-store"
    return response


def _database() -> CheckOut:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError) as error:
        return CheckOut(ok=False, detail=f"does not answer ({type(error).__name__})")
    return CheckOut(ok=True, detail="answers")


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
