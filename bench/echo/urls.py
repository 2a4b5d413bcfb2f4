"""`POST /echo` parses a body in the form of a submission and answers one of its fields."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from ninja import NinjaAPI, Schema

api = NinjaAPI(docs_url=None, openapi_url=None)


class EchoIn(Schema):
    """Answers by field, like the body of a submission."""

    data: dict[str, Any]


class EchoOut(Schema):
    """What came in."""

    company: str


@api.post("/echo", response={202: EchoOut})
def echo(request: HttpRequest, body: EchoIn) -> tuple[int, EchoOut]:
    """Answer the company's name."""
    return 202, EchoOut(company=body.data["company"])


def live(_: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


urlpatterns = [path("", api.urls), path("health/live", live)]
