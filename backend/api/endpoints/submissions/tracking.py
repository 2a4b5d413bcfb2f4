from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from api.endpoints.parameters import Token
from api.errors.documented import responses
from api.request.visitors import visitor_language
from api.schemas.submissions.progress import TrackingOut
from core.submissions.read import submission_by_token
from core.told import told_in

router = Router(tags=["tracking"], auth=None)


@router.get("/{token}", response=responses({200: TrackingOut}))
def get_tracking(request: HttpRequest, token: Token) -> TrackingOut:
    """How far a submission is. The token in its tracking link is all it takes.

    `GET /stream/track/{token}` sends the same as Server-Sent Events, on every change.
    """
    with told_in(visitor_language(request), not_found="tracking_link"):
        return TrackingOut.of(submission_by_token(token=token))
