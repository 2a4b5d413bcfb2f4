"""What browsers may do with our answers: nothing but read them, from our own origin.

Next.js sets the headers of the pages; these are for what the API and the stream answer.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin

_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The interactive documentation: its script and style lie below /api/static. Swagger UI writes
# style attributes and draws its icons from data addresses.
_DOCUMENTATION = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_RULES = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # In place of the server's own, which names the program.
    "Server": "Waybill",
}


class BrowserRules(MiddlewareMixin):
    """Adds the headers that Django has no setting for. What an endpoint set itself stays."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        headers = response.headers
        for name, value in _RULES.items():
            headers.setdefault(name, value)
        html = headers.get("Content-Type", "").startswith("text/html")
        headers.setdefault("Content-Security-Policy", _DOCUMENTATION if html else _DATA)
        personal = "Authorization" in request.headers or bool(request.COOKIES)
        if personal and "Cache-Control" not in headers:
            # A person's answer is kept by nobody, and is nobody else's.
            headers["Cache-Control"] = "no-store"
            patch_vary_headers(response, ("Authorization", "Cookie"))
        return response
