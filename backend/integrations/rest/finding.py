"""Finding a record again by our reference, and putting the reference into what is sent."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from integrations.rest.models import REFERENCE, LookUp, RequestIn
from integrations.rest.pointers import at, put
from integrations.sdk import InvalidInput


def look_up_request(look_up: LookUp, reference: str) -> RequestIn:
    """The GET that asks for a reference."""
    path = look_up.path.replace(REFERENCE, quote(reference, safe=""))
    query = {name: text.replace(REFERENCE, reference) for name, text in look_up.query.items()}
    return RequestIn(method="GET", path=path, query=query)


def names_the_record(look_up: LookUp) -> bool:
    """Whether its path is that of one record, so that a 404 means: there is none."""
    return REFERENCE in look_up.path


def matching(look_up: LookUp, body: Any, reference: str) -> Any:
    """The record of the answer in which the reference stands, None if there is none."""
    for record in _records(look_up, body):
        if at(record, look_up.reference) == reference:
            return record
    return None


def _records(look_up: LookUp, body: Any) -> Iterator[Any]:
    found = at(body, look_up.records) if look_up.records else body
    yield from found if isinstance(found, list) else [found]


def with_reference(look_up: LookUp, body: Any, reference: str) -> dict[str, Any]:
    """The body with the reference in its place.

    Raises InvalidInput when the body is no object, or something else stands in that place.
    """
    if not isinstance(body, dict | None):
        raise InvalidInput("A request that is looked up carries a JSON object.", {"body": "object"})
    marked = put(body or {}, look_up.reference, reference)
    if marked is None:
        raise InvalidInput(
            f"The reference cannot be put at {look_up.reference} of the request: "
            "something else stands there.",
            {"body": f"leave {look_up.reference} to Waybill"},
        )
    return marked
