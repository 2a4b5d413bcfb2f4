"""The interactive documentation: of the whole API, or of one workflow as an API of its own."""

from __future__ import annotations

import json
import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Documentation(Swagger):
    """Swagger UI, with a field to choose a workflow: `?workflow=new-customer`."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        slug = request.GET.get("workflow", "").strip()
        url = self.get_openapi_url(api, kwargs)
        if _SLUG.fullmatch(slug):
            url = f"{url.removesuffix('openapi.json')}workflows/{slug}/openapi.json"
        settings = json.dumps({**self.settings, "url": url}, indent=1)
        return render(
            request, "api/docs.html", {"swagger_settings": settings, "api": api, "slug": slug}
        )
