"""`POST /echo` behind Waybill's own authentication and permission."""

from __future__ import annotations

from api.authentication.access import requires
from api.errors.handlers import install
from core.accounts.permissions import Permission
from django.urls import path
from ninja import NinjaAPI

from bench.echo.urls import EchoOut, echo, live

api = NinjaAPI(docs_url=None, openapi_url=None, urls_namespace="signed-in")
install(api)
api.post("/echo", response={202: EchoOut}, auth=requires(Permission.SUBMISSIONS_CREATE))(echo)

urlpatterns = [path("", api.urls), path("health/live", live)]
