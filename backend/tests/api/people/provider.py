"""An OpenID Connect provider on loopback: discovery, keys, code flow with PKCE, signed id_token."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "waybill", "planted-provider-secret"


@dataclass
class Provider:
    """Whoever comes is ``person``; a test changes what is said about them."""

    issuer: str
    person: dict[str, Any] = field(default_factory=dict)
    token_claims: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa_key())
    key_id: str = "one"
    published: dict[str, Any] | None = None
    """The answer with the keys, where it is not the one that fits."""
    sign: Callable[[dict[str, Any]], str | None] | None = None
    """How the id_token is made, where not as it should be; None: there is none."""
    keys_asked_for: int = 0

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def rotate(self) -> None:
        """From now on another key signs, and it alone is published."""
        self.key, self.key_id = rsa_key(), f"{self.key_id}-more"

    def jwks(self) -> dict[str, Any]:
        self.keys_asked_for += 1
        if self.published is not None:
            return self.published
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": self.key_id, "use": "sig", "alg": "RS256"}]}

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": self.key_id})

    def authorize(self, query: dict[str, str]) -> str:
        """Where the browser goes back to, with a code."""
        assert query["client_id"] == CLIENT
        code = secrets.token_urlsafe()
        self.codes[code] = query
        back = urlencode({"code": code, "state": query["state"]})
        return f"{query['redirect_uri']}?{back}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        """The tokens of a code, to the client that it was made for and once."""
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("client_secret") != SECRET:
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (challenge, form.get("redirect_uri")) != (
            asked.get("code_challenge"),
            asked["redirect_uri"],
        ):
            return None
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}
        if "nonce" in asked:
            claims["nonce"] = asked["nonce"]
        claims |= self.person | self.token_claims
        claims = {name: value for name, value in claims.items() if value is not None}
        signed = (self.sign or self.signed)(claims)
        given = {"access_token": "access", "token_type": "Bearer"}
        return given if signed is None else given | {"id_token": signed}


def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        provider, address = self.server.provider, urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        match address.path:
            case "/.well-known/openid-configuration":
                self._answer(provider.discovery())
            case "/jwks":
                self._answer(provider.jwks())
            case "/authorize":
                self.send_response(302)
                self.send_header("Location", provider.authorize(query))
                self.end_headers()
            case "/userinfo" if self.headers["Authorization"] == "Bearer access":
                self._answer(provider.person)
            case _:
                self._answer(None)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._answer(self.server.provider.token(form) if self.path == "/token" else None)

    def _answer(self, body: dict[str, Any] | None) -> None:
        text = json.dumps(body or {"error": "invalid_request"}).encode()
        self.send_response(200 if body else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    provider: Provider


@contextmanager
def serve() -> Iterator[Provider]:
    """A provider on a free port, until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
