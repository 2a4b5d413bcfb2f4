"""Reads Tryton's records with a separate key and without any code of Waybill."""

from __future__ import annotations

import base64
import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from dev.console import Problem


@dataclass(frozen=True)
class Party:
    """A customer as stored in Tryton."""

    id: int
    code: str
    name: str
    contacts: tuple[tuple[str, str], ...]
    """Type and value of each contact mechanism, such as ("email", "ada@example.com")."""
    opportunities: tuple[str, ...]
    """Descriptions of the party's leads."""


def read_party(variables: Mapping[str, str], code: str) -> Party | None:
    """The party with this code; None if there is none. `variables`: from `environment`."""
    found = _search(
        variables,
        "party.party",
        [["code", "=", code]],
        ["code", "name", "contact_mechanisms.type", "contact_mechanisms.value"],
    )
    if not found:
        return None
    record = found[0]
    leads = _search(variables, "sale.opportunity", [["party", "=", record["id"]]], ["description"])
    return Party(
        id=record["id"],
        code=record["code"],
        name=record["name"],
        contacts=tuple((way["type"], way["value"]) for way in record["contact_mechanisms"]),
        opportunities=tuple(lead["description"] for lead in leads),
    )


def _search(
    variables: Mapping[str, str], model: str, domain: list[Any], fields: list[str]
) -> list[dict[str, Any]]:
    address = urlsplit(variables["TRYTON_URL"])
    query = urlencode([("d", _encoded(domain)), *(("f", name) for name in fields)])
    path = f"/{variables['TRYTON_DATABASE']}/rest/model/{quote(model)}?{query}"
    company = int(variables["TRYTON_COMPANY"])
    headers = {
        "Authorization": f"Bearer {variables['TRYTON_VERIFY_KEY']}",
        "X-Tryton-Context": _encoded({"company": company, "companies": [company]}),
    }
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
    except OSError as error:
        raise Problem(f"Tryton cannot be asked for {model}: {error}") from None
    finally:
        connection.close()
    if answer.status != 200:
        raise Problem(f"Tryton answered {answer.status} when asked for {model}.")
    records: list[dict[str, Any]] = json.loads(body)
    return records


def _encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()
