"""Security headers: browsers may only read our answers, from our own origin.

Next.js sets the headers of the pages; these are for the API and the stream.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin

_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# The interactive documentation: its script and style are below /api/static. Swagger UI uses style
# attributes and icons with data: URLs.
_DOCUMENTATION = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_RULES = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    # Replaces the server's own header, which names the program.
    "Server": "Waybill",
}


class BrowserRules(MiddlewareMixin):
    """Adds headers that Django has no setting for. Does not replace an endpoint's headers."""

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
            # No cache may keep a person's answer.
            headers["Cache-Control"] = "no-store"
            patch_vary_headers(response, ("Authorization", "Cookie"))
        return response
