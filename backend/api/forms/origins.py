"""Lets the allowed pages of a form reach it from their own origin."""

from __future__ import annotations

import re
from typing import Any

from corsheaders.signals import check_request_enabled
from django.dispatch import receiver
from django.http import HttpRequest

from api.forms.guard import origin_allowed
from core.errors import NotFound
from core.workflows.protection import protection_at

_FORM = re.compile(
    r"/api/v1/forms/([a-z0-9-]{1,50})(?:/(?:submissions|ticket|uploads|check|choices/[a-z0-9_.]{1,127}))?"
)


@receiver(check_request_enabled, dispatch_uid="form_origins")
def allows_origin(sender: Any, request: HttpRequest, **_: Any) -> bool:
    """For django-cors-headers: whether this request's origin may read the answer."""
    form = _FORM.fullmatch(request.path_info)
    if form is None:
        return False
    try:
        protection = protection_at(form[1])
    except NotFound:
        return False
    return bool(protection.allowed_origins) and origin_allowed(
        request.headers.get("Origin", ""), protection
    )
