"""The mail catcher as it is used: a process, mail in over SMTP, messages out over HTTP."""

from __future__ import annotations

import smtplib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from dev.layout import ROOT
from dev.mailbox.store import Store
from dev.processes.health import answers, http_get, http_json, wait_until
from dev.processes.ports import any_free


@contextmanager
def mailbox() -> Iterator[tuple[int, str]]:
    """A running catcher: its SMTP port and the address of its pages."""
    smtp_port = any_free(set())
    http_port = any_free({smtp_port})
    process = subprocess.Popen(_command(smtp_port, http_port), cwd=ROOT)
    try:
        url = f"http://127.0.0.1:{http_port}"
        assert wait_until(answers(f"{url}/health"), timeout=20)
        yield smtp_port, url
    finally:
        process.terminate()
        assert process.wait(timeout=10) == 0


def _command(smtp_port: int, http_port: int) -> list[str]:
    ports = ["--smtp-port", str(smtp_port), "--http-port", str(http_port)]
    return [sys.executable, "-m", "dev.mailbox", *ports]


def message(to: str, subject: str, text: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "shop@example.com"
    made["To"] = to
    made["Subject"] = subject
    made["Message-ID"] = "<1@example.com>"
    made.set_content(text)
    return made


def test_a_message_can_be_read_back() -> None:
    with mailbox() as (port, url):
        assert http_json(f"{url}/messages") == []
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.send_message(message("ada@example.com", "Grüße", "Hello\n.\nAda ✓\n"))
            client.send_message(message("bob@example.com", "Other", "x"))
        (kept,) = http_json(f"{url}/messages?to=ADA@example.com")
        assert len(http_json(f"{url}/messages")) == 2
    assert (kept["from"], kept["to"]) == ("shop@example.com", ["ada@example.com"])
    assert (kept["subject"], kept["message_id"]) == ("Grüße", "<1@example.com>")
    assert kept["text"] == "Hello\n.\nAda ✓\n"


def test_the_page_shows_messages_as_text() -> None:
    with mailbox() as (port, url):
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.send_message(
                message(
                    "ada@example.com", "<script>1</script>", "<b>http://a.example/x?a=1&b=2</b>"
                )
            )
        page = http_get(f"{url}/")[1].decode()
    assert "&lt;script&gt;1&lt;/script&gt;" in page
    link = "http://a.example/x?a=1&amp;b=2"
    opens = f'<a href="{link}" target="_blank" rel="noopener">{link}</a>'
    assert f"&lt;b&gt;{opens}&lt;/b&gt;" in page
    assert "<script>" not in page


def test_a_taken_port_is_named() -> None:
    with mailbox() as (port, _):
        command = _command(port, any_free({port}))
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1
    assert "cannot start" in done.stdout
    assert str(port) in done.stdout


def test_old_messages_make_room() -> None:
    store = Store(capacity=2)
    for number in range(3):
        store.add("a@example.com", ["b@example.com"], f"Subject: {number}\n\nx".encode())
    assert [kept.subject for kept in store.messages()] == ["1", "2"]


def test_a_message_that_is_no_message_is_kept_all_the_same() -> None:
    kept = Store().add("a@example.com", ["b@example.com"], b"\xff\xfe\x00 no header")
    assert kept.subject == ""
