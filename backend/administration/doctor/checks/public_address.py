"""Whether WAYBILL_PUBLIC_URL leads to this installation, over web process and API."""

from __future__ import annotations

import http.client
import json
import secrets
import socket
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hmac import compare_digest
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from administration.doctor.checks.clocks import clock_finding
from administration.doctor.findings import Finding, failed, not_checked, ok, warning
from core.crypto.same_installation import challenge_answer

PART = "public address"
_SECONDS = 5.0
_PAUSE = 1.0
_CERTIFICATE_DAYS = 14
_REMEDY = (
    "See that web, api and the proxy in front of them run, and that the name leads to this host."
    " If this host cannot reach its own public name, look from another one:"
    " curl {url}/health/ready"
)


def public_address_findings(seconds: float = _SECONDS) -> Iterator[Finding]:
    """Asks for an answer that only processes with our secret key can give."""
    url = settings.WAYBILL_PUBLIC_URL
    challenge = secrets.token_hex(16)
    try:
        before = time.time()
        target = f"/health/live?challenge={challenge}"
        status, headers, body, certificate = _get(url, target, seconds)
        if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            # A proxy answers so, too, for one connection that broke: only twice is a finding.
            time.sleep(_PAUSE)
            before = time.time()
            status, headers, body, certificate = _get(url, target, seconds)
    except ssl.SSLCertVerificationError as error:
        yield failed(
            PART,
            f"the certificate does not hold: {error.verify_message}",
            "Renew it, or correct the name in WAYBILL_PUBLIC_URL.",
        )
        return
    except (OSError, http.client.HTTPException) as error:
        yield _unreached(url, error)
        return
    yield _answer(status, body, challenge)
    if date := headers.get("Date"):
        # The header has whole seconds.
        theirs = parsedate_to_datetime(date).timestamp()
        yield clock_finding("the public server's", theirs + 0.5, before - 1, time.time() + 1)
    if certificate:
        yield _certificate(certificate)


def _get(
    url: str, target: str, seconds: float
) -> tuple[int, http.client.HTTPMessage, bytes, dict[str, Any] | None]:
    parts = urlsplit(url)
    host = parts.hostname or ""
    connection = (
        http.client.HTTPSConnection(
            host, parts.port, timeout=seconds, context=ssl.create_default_context()
        )
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=seconds)
    )
    try:
        connection.request("GET", target, headers={"Accept": "application/json"})
        certificate = None
        if isinstance(connection.sock, ssl.SSLSocket):
            certificate = connection.sock.getpeercert()
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read(64 * 1024), certificate
    finally:
        connection.close()


def _answer(status: int, body: bytes, challenge: str) -> Finding:
    if status != http.HTTPStatus.OK:
        return failed(
            PART,
            f"answers {status} instead of 200",
            "502 to 504: the proxy or web does not reach api, see WAYBILL_API_ORIGIN."
            " 301, 308: the proxy does not set X-Forwarded-Proto. Else: another program is there.",
        )
    try:
        proof = json.loads(body).get("proof", "")
    except (ValueError, AttributeError):
        proof = ""
    if not isinstance(proof, str) or not compare_digest(proof, challenge_answer(challenge)):
        return failed(
            PART,
            "another installation or program answers there, or one with another secret key",
            "Correct WAYBILL_PUBLIC_URL or where the proxy leads; give every process the same"
            " WAYBILL_SECRET_KEY.",
        )
    return ok(PART, "answers, and is this installation")


def _unreached(url: str, error: Exception) -> Finding:
    host = urlsplit(url).hostname or ""
    said = "its name leads nowhere" if isinstance(error, socket.gaierror) else type(error).__name__
    if _loopback(host):
        return not_checked(
            PART,
            f"{host} is each host's own name, and nothing answers here ({said})",
            "In a container that is to be expected: open it in your browser instead.",
        )
    return failed(PART, f"does not answer ({said})", _REMEDY.format(url=url))


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _certificate(certificate: dict[str, Any]) -> Finding:
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
    days = (ends - datetime.now(UTC)).days
    said = f"holds for {days} more days"
    if days < _CERTIFICATE_DAYS:
        return warning("certificate", said, "See that it is renewed by itself.")
    return ok("certificate", said)
