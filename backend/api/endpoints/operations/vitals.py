from __future__ import annotations

from django.http import HttpRequest
from ninja import Router, Status

from api.errors.documented import responses
from api.limits.throttles import VitalsThrottle
from api.schemas.operations.vitals import VitalsIn
from core.metrics import Vitals, vitals_count

router = Router(tags=["vitals"], auth=None)


@router.post(
    "", response=responses({204: None}, body=True, found=False), throttle=[VitalsThrottle()]
)
def report_vitals(request: HttpRequest, body: VitalsIn) -> Status[None]:
    """How one visit of a page felt, from the browser itself. At most 1 KiB.

    Counted by the kind of page alone: neither who visited it nor its address is kept.
    """
    vitals_count(body.page, Vitals(ttfb=body.ttfb, lcp=body.lcp, inp=body.inp, cls=body.cls))
    return Status(204, None)
