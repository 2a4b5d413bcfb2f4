"""Bulk actions in tests: what they treat, and workers in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from django.db import connection as database

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.delivery.models import BulkAction, BulkKind
from core.delivery.operate import BulkAsked, bulk_start
from core.failpoints import VARIABLE
from core.postgres.tenancy import database_owner
from core.submissions.accept import submission_accept
from core.submissions.models import Source
from core.submissions.read import SubmissionFilter
from tests.destination import Publish, Sink
from tests.engine import deliver

KEYED, BLIND = "request.send_keyed", "request.send"
ANY = SubmissionFilter()
_BACKEND = Path(__file__).resolve().parents[1]
_WORKER = """
import django
django.setup()
from core.delivery.operate import bulk_run
bulk_run(seconds=60)
"""
_RAISES = """
CREATE SEQUENCE public.raised;
GRANT USAGE ON SEQUENCE public.raised TO PUBLIC;
CREATE FUNCTION public.raise_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.subject = '{subject}' AND nextval('public.raised') <= {times} THEN
        RAISE EXCEPTION 'raised by a test' USING ERRCODE = '{code}';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER raise_here BEFORE INSERT ON submissions_submission
    FOR EACH ROW EXECUTE FUNCTION public.raise_here();
"""
_RAISES_NOT = """
DROP TRIGGER raise_here ON submissions_submission;
DROP FUNCTION public.raise_here();
DROP SEQUENCE public.raised;
"""


def refused(publish: Publish, sink: Sink, count: int) -> Organization:
    """So many submissions whose step was refused: C0, C1 and so on."""
    sink.answer = lambda _: web.Response(status=422)
    version = publish(("only", [], KEYED))
    for number in range(count):
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)
    deliver()
    sink.answer = None
    return version.organization


def start(
    organization: Organization, kind: BulkKind, rate: float = 1000, **asked: Any
) -> BulkAction:
    return bulk_start(
        organization=organization,
        asked=BulkAsked(kind, asked.pop("wanted", ANY), **asked),
        rate_per_second=rate,
        actor=SYSTEM,
    )


def worker_run(failpoints: str) -> int:
    """Let a process work on the bulk actions; how it ended."""
    name = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database.settings_dict['NAME']}")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "mysite.settings",
        "DATABASE_URL": name.geturl(),
        VARIABLE: failpoints,
    }
    worker = subprocess.run(
        [sys.executable, "-c", _WORKER], cwd=_BACKEND, env=environment, check=False, timeout=300
    )
    return worker.returncode


@contextmanager
def database_raises(code: str, *, at: str, times: int = 1000) -> Iterator[None]:
    """PostgreSQL raises this where a submission of this subject is written, so many times."""
    with database_owner("a trigger of a test"), database.cursor() as cursor:
        cursor.execute(_RAISES.format(code=code, subject=at, times=times))
    try:
        yield
    finally:
        with database_owner("a trigger of a test"), database.cursor() as cursor:
            cursor.execute(_RAISES_NOT)
