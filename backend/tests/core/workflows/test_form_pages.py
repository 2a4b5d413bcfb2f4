from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from celery import current_app
from django.db import transaction

from core.workflows import form_pages
from core.workflows.form_pages import PageNotRefreshed, form_page_outdated, form_refresh
from tasks.forms import TRIES, refresh_form
from tasks.queues import MAINTENANCE
from tests.api.test_opened_forms import publish
from tests.conftest import Tenant

SECRET = "only-the-tests-know-this-secret-of-theirs"


class Web:
    """Stands for a web process: keeps what it was asked, answers what it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Any]] = []
        self.status = 200
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                asked = (self.path, self.headers["Authorization"], json.loads(body))
                web.asked.append(asked)
                self.send_response(web.status)
                self.send_header("Location", f"{web.origin}/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def web(settings: Any) -> Iterator[Web]:
    server = Web()
    settings.WAYBILL_WEB_ORIGINS = [server.origin]
    settings.WAYBILL_REVALIDATE_SECRET = SECRET
    yield server
    server.close()


@pytest.fixture
def waiting() -> Iterator[Any]:
    """How many refreshes wait on the broker."""

    def count() -> int:
        with current_app.connection_for_read() as broker:
            messages = broker.default_channel.client.lrange(MAINTENANCE, 0, -1)
        return sum(json.loads(each)["headers"]["task"] == "refresh_form" for each in messages)

    yield count
    with current_app.connection_for_write() as broker:
        broker.default_channel.client.delete(MAINTENANCE)


def test_the_web_process_is_told_the_form_and_the_secret(web: Web) -> None:
    assert form_refresh("new-customer") == 1
    assert web.asked == [("/api/revalidate", f"Bearer {SECRET}", {"slug": "new-customer"})]


def test_every_web_process_is_told_though_one_is_down(web: Web, settings: Any) -> None:
    other = Web()
    settings.WAYBILL_WEB_ORIGINS = ["http://127.0.0.1:9", web.origin, other.origin]
    with pytest.raises(PageNotRefreshed, match=r"^http://127\.0\.0\.1:9: \w+$"):
        form_refresh("new-customer")
    other.close()
    assert (len(web.asked), len(other.asked)) == (1, 1)


@pytest.mark.parametrize("status", [401, 302, 307, 500, 204])
def test_any_other_answer_is_a_failure_and_the_secret_goes_nowhere_else(
    web: Web, status: int
) -> None:
    web.status = status
    with pytest.raises(PageNotRefreshed, match=f"answered {status}") as failed:
        form_refresh("new-customer")
    assert SECRET not in str(failed.value)
    assert len(web.asked) == 1


def test_a_web_process_that_hangs_is_not_waited_for(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_pages, "TIMEOUT_SECONDS", 0.2)
    silent = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    settings.WAYBILL_WEB_ORIGINS = [f"http://127.0.0.1:{silent.server_port}"]
    with pytest.raises(PageNotRefreshed, match="did not answer"):
        form_refresh("new-customer")
    silent.server_close()


def test_the_task_tries_some_times_and_then_lets_it_be(web: Web) -> None:
    web.status = 503
    done = refresh_form.apply(args=("new-customer",))
    assert done.successful()
    assert len(web.asked) == TRIES


def test_the_task_ends_with_the_first_success(web: Web) -> None:
    assert refresh_form.apply(args=("new-customer",)).successful()
    assert len(web.asked) == 1


@pytest.mark.django_db
def test_publishing_asks_for_it_after_the_commit(
    web: Web, tenant: Tenant, waiting: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish(tenant)
        assert waiting() == 0
    assert waiting() == 1


@pytest.mark.django_db
def test_a_form_that_moves_is_built_anew_at_both_addresses(
    web: Web, tenant: Tenant, waiting: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish(tenant, form_slug="moved")
    assert waiting() == 2


@pytest.mark.django_db
def test_publishing_succeeds_while_the_broker_is_away(
    web: Web,
    tenant: Tenant,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    def away(*_: Any, **__: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(refresh_form, "apply_async", away)
    with django_capture_on_commit_callbacks(execute=True):
        newer = publish(tenant)
    newer.workflow.refresh_from_db()
    assert newer.workflow.current_id == newer.pk


@pytest.mark.django_db(transaction=True)
def test_nothing_is_asked_for_when_publishing_is_rolled_back(web: Web, waiting: Any) -> None:
    with transaction.atomic():
        form_page_outdated("new-customer", None, "new-customer")
        transaction.set_rollback(True)
    assert waiting() == 0
    form_page_outdated("new-customer", None, "new-customer")
    assert waiting() == 1


@pytest.mark.django_db(transaction=True)
def test_without_a_web_process_nothing_is_asked_for(waiting: Any) -> None:
    form_page_outdated("new-customer")
    assert waiting() == 0
