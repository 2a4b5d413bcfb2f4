"""The stream process: ``granian --interface asgi mysite.asgi:application``.

It serves Server-Sent Events alone and has addresses of its own, so that nothing slow can be
asked of its event loop.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import IO, Any

import django
from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.http.response import HttpResponseBase

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")


class StreamHandler(ASGIHandler):
    """Django, with the addresses of `mysite.stream_urls`."""

    def create_request(
        self, scope: Mapping[str, Any], body_file: IO[bytes]
    ) -> tuple[ASGIRequest, None] | tuple[None, HttpResponseBase]:
        created = super().create_request(scope, body_file)
        if created[0] is not None:
            created[0].urlconf = "mysite.stream_urls"
        return created


django.setup(set_prefix=False)
application = StreamHandler()
