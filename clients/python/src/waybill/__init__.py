"""A typed client of Waybill's API, synchronous and asynchronous."""

from waybill.client import AsyncWaybill, Waybill
from waybill.errors import Fault, Refused, UnexpectedAnswer, Unreachable, WaybillError
from waybill.following import FINAL, Seen
from waybill.submitting import Accepted

__all__ = [
    "FINAL",
    "Accepted",
    "AsyncWaybill",
    "Fault",
    "Refused",
    "Seen",
    "UnexpectedAnswer",
    "Unreachable",
    "Waybill",
    "WaybillError",
]
