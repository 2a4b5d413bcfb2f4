"""Why a connection was not made, or broke: for people, with what to do next."""

import os
import socket
import ssl
from dataclasses import dataclass

import aiohttp

from integrations.sdk.errors import Problem
from integrations.sdk.transport.resolver import NoAddress

_CHECK_ADDRESS = "Check that it runs, and the address in the connection."
_CHECK_TIME = "Check that it runs, the address in the connection, and that no firewall is between."
_CHECK_NAME = "Check the name of the host in the connection, and that our name server knows it."
_CHECK_TRUST = "Install a certificate there that is signed by an authority that we trust."

# The codes of OpenSSL's verification: https://docs.openssl.org/master/man3/X509_STORE_CTX_get_error
_CERTIFICATES = {
    9: ("is not valid yet", "Check the clock of both sides, and the certificate."),
    10: ("has expired", "Renew the certificate there."),
    18: ("is self-signed", _CHECK_TRUST),
    19: ("is signed by an authority that is not trusted", _CHECK_TRUST),
    20: (
        "is signed by an authority that is not trusted, or lacks a part of its chain",
        _CHECK_TRUST,
    ),
    21: ("lacks a part of its chain", _CHECK_TRUST),
    62: ("is for another host name", "Put the name of the certificate into the connection."),
    64: ("is for another address", "Put the name of the certificate into the connection."),
}
_NO_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNEXPECTED_MESSAGE", "UNKNOWN_PROTOCOL"}
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`reason` completes “cannot be reached: …”. `advice` is what to do, as whole sentences."""

    problem: Problem
    reason: str
    advice: str = _CHECK_ADDRESS


def obstacle(error: BaseException, timeout: float) -> Obstacle:
    """What stands in the way. `timeout`: the seconds that were given."""
    match error:
        case TimeoutError() if not error.errno:
            return Obstacle(Problem.TIMED_OUT, f"no answer within {timeout:g} s", _CHECK_TIME)
        case aiohttp.ClientConnectorCertificateError():
            return _certificate(error.certificate_error)
        case aiohttp.ClientConnectorError():
            return obstacle(error.os_error, timeout)
        case aiohttp.ServerDisconnectedError():
            return Obstacle(Problem.UNREACHABLE, "it closed the connection")
        case aiohttp.ClientResponseError():
            return Obstacle(Problem.NOT_THIS_SYSTEM, "it does not answer in HTTP")
        case ssl.SSLCertVerificationError():
            return _certificate(error)
        case ssl.SSLError():
            return _no_encryption(error)
        case OSError():
            return _of_the_system(error)
    return Obstacle(Problem.UNREACHABLE, str(error) or type(error).__name__)


def _certificate(error: Exception) -> Obstacle:
    code = getattr(error, "verify_code", None)
    how, advice = _CERTIFICATES.get(code or 0, ("is not trusted", _CHECK_TRUST))
    return Obstacle(Problem.TLS, f"its TLS certificate is not valid: it {how}", advice)


def _no_encryption(error: ssl.SSLError) -> Obstacle:
    if error.reason in _NO_TLS:
        return Obstacle(
            Problem.TLS,
            "it does not speak TLS on this port",
            "Choose another port, or the address or the setting without encryption.",
        )
    fault = error.reason or "TLS"
    return Obstacle(
        Problem.TLS,
        f"no encrypted connection was agreed on ({fault})",
        "Check which versions of TLS it speaks (1.2 or newer is needed), and the address.",
    )


def _of_the_system(error: OSError) -> Obstacle:
    if isinstance(error, NoAddress):
        return Obstacle(Problem.NAME_NOT_FOUND, str(error), _CHECK_NAME)
    if isinstance(error, socket.gaierror):
        return Obstacle(Problem.NAME_NOT_FOUND, "its name has no address", _CHECK_NAME)
    reason = os.strerror(error.errno).lower() if error.errno else str(error)
    if isinstance(error, ConnectionRefusedError):
        return Obstacle(
            Problem.REFUSED_CONNECTION,
            reason,
            "Check that it runs, and the address and the port in the connection.",
        )
    if isinstance(error, TimeoutError):
        return Obstacle(Problem.TIMED_OUT, reason, _CHECK_TIME)
    return Obstacle(Problem.UNREACHABLE, reason)
