"""The stream process: ``granian --interface asgi mysite.asgi:application``.

It serves Server-Sent Events alone and has addresses of its own, so that nothing slow can be
asked of its event loop.
"""

from __future__ import annotations

import os
from typing import Any

import django
from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.http import HttpResponse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")


class StreamHandler(ASGIHandler):
    """Django, with the addresses of `mysite.stream_urls`."""

    def create_request(
        self, scope: dict[str, Any], body_file: Any
    ) -> tuple[ASGIRequest, None] | tuple[None, HttpResponse]:
        request, refusal = super().create_request(scope, body_file)
        if request is not None:
            request.urlconf = "mysite.stream_urls"
        return request, refusal


django.setup(set_prefix=False)
application = StreamHandler()
