"""The stream process: ``granian --interface asgi mysite.asgi:application``.

It serves only Server-Sent Events at its own addresses, so that no slow request can block its
event loop.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import IO, Any

import django
from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.http.response import HttpResponseBase

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

from core.metrics import loop_lag_watch, metrics_serve


class StreamHandler(ASGIHandler):
    """Django, with the addresses of `mysite.stream_urls`."""

    _watched = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if not self._watched:
            loop_lag_watch()
            self._watched = True
        await super().__call__(scope, receive, send)

    def create_request(
        self, scope: Mapping[str, Any], body_file: IO[bytes]
    ) -> tuple[ASGIRequest, None] | tuple[None, HttpResponseBase]:
        created = super().create_request(scope, body_file)
        if created[0] is not None:
            created[0].urlconf = "mysite.stream_urls"
        return created


django.setup(set_prefix=False)
application = StreamHandler()
metrics_serve(notes_pool=True)
