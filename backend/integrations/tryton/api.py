"""Tryton 8.0 over its REST API for user applications."""

import base64
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from yarl import URL

from integrations.sdk import (
    MAX_ENTRIES,
    AnswerLost,
    Call,
    Http,
    Problem,
    Transient,
    Unknown,
    request_of,
)
from integrations.tryton.classify import checked
from integrations.tryton.models import TrytonConfig, TrytonCredentials

_PAGE = 1_000
_VERSION = re.compile(r"[0-9]{1,3}\.[0-9.]{1,20}")


class TrytonApi:
    """Creates and searches records of one database, in the name of one company and employee."""

    def __init__(
        self,
        http: Http,
        config: TrytonConfig,
        credentials: TrytonCredentials,
        countries: dict[str, int],
    ) -> None:
        self.countries = countries
        """Numbers of the countries that were looked up while the connector is open, by code."""
        self._http = http
        self._config = config
        self._root = URL(config.base_url)
        self._base = self._root / config.database / "rest" / "model"
        self._headers = {
            "Authorization": f"Bearer {credentials.application_key.get_secret_value()}",
            "X-Tryton-Context": _encoded(_context(config)),
            # The refusals that Tryton translates are shown to operators, and some are recognized.
            "Accept-Language": "en",
        }

    @property
    def company(self) -> int:
        """The company that records are created for."""
        return self._config.company

    @property
    def employee(self) -> int | None:
        """The employee in whose name records are created."""
        return self._config.employee

    def creating(
        self, model: str, values: Mapping[str, Any], fields: Sequence[str], about: str = ""
    ) -> Call:
        """The request that makes one record, to be answered with these fields and `id`."""
        return self._writing("POST", self._base / model, values, fields, about)

    def updating(
        self,
        model: str,
        identifier: int | Unknown,
        values: Mapping[str, Any],
        fields: Sequence[str],
        about: str = "",
    ) -> Call:
        """The request that changes one record, answered in the same way."""
        url = self._base / model / str(identifier)
        return self._writing("PUT", url, values, fields, about)

    def pressing(
        self, model: str, identifier: int, button: str, fields: Sequence[str], about: str = ""
    ) -> Call:
        """The request that presses a button of one record, answered in the same way."""
        url = self._base / model / str(identifier) / button
        return self._writing("POST", url, {}, fields, about)

    def _writing(
        self, method: str, url: URL, values: Mapping[str, Any], fields: Sequence[str], about: str
    ) -> Call:
        return request_of(
            method,
            url.with_query([("f", name) for name in fields]),
            json=values,
            headers=self._headers,
            decoded={"X-Tryton-Context": _context(self._config)},
            about=about,
        )

    async def write(self, call: Call) -> dict[str, Any]:
        """Send a request that writes one record, and read the record in its answer."""
        return _record(checked(await self._http.send(call), self._host), self._host)

    def searching(
        self,
        model: str,
        domain: list[Any],
        fields: Sequence[str],
        limit: int = 1,
        *,
        offset: int = 0,
        order: Sequence[tuple[str, str]] = (("id", "ASC"),),
        context: Mapping[str, Any] | None = None,
        for_company: bool = True,
        about: str = "",
    ) -> Call:
        """The request for the first records in a domain; see `search`.

        `context`: what Tryton computes with, such as the customer that a price is for.
        """
        query = [("d", _encoded(domain)), ("s", str(limit)), ("o", _encoded(order))]
        query += [("p", str(offset))] if offset else []
        url = (self._base / model).with_query(query + [("f", name) for name in fields])
        both = {**_context(self._config), **(context or {})}
        headers = self._headers
        if context:
            headers = {**headers, "X-Tryton-Context": _encoded(both)}
        if not for_company:
            headers = {name: headers[name] for name in headers if name != "X-Tryton-Context"}
        return request_of(
            "GET",
            url,
            headers=headers,
            decoded={"d": domain} | ({"X-Tryton-Context": both} if for_company else {}),
            about=about,
        )

    async def search(
        self,
        model: str,
        domain: list[Any],
        fields: Sequence[str],
        limit: int = 1,
        *,
        offset: int = 0,
        order: Sequence[tuple[str, str]] = (("id", "ASC"),),
        for_company: bool = True,
    ) -> list[dict[str, Any]]:
        """The first records in the domain, oldest first, with the given fields and `id`.

        Fields that the user may not read are missing. `for_company`: False before it is known to
        be one of the user's. Tryton remembers what a user may see from the first request that
        asks, so a wrong company would leave the user without any until Tryton is started again.

        Raises as `read`.
        """
        return await self.read(
            self.searching(
                model, domain, fields, limit, offset=offset, order=order, for_company=for_company
            )
        )

    async def read(self, call: Call) -> list[dict[str, Any]]:
        """Send a search.

        Raises:
            Transient: also for an answer that is no list. It must not pass for “not there”.
        """
        answer = await self._http.send(call)
        try:
            found = checked(answer, self._host)
            if not isinstance(found, list):
                raise AnswerLost(
                    f"{self._host} answered a search with something else than a list.",
                    problem=Problem.NOT_THIS_SYSTEM,
                )
            return [_record(item, self._host) for item in found]
        except AnswerLost as lost:
            raise Transient(lost.message, problem=lost.problem) from lost

    async def search_all(
        self, model: str, domain: list[Any], fields: Sequence[str], by: str
    ) -> list[dict[str, Any]]:
        """At most 5,000 records in the domain, in the order of one field. Raises as `search`."""
        found: list[dict[str, Any]] = []
        order = ((by, "ASC"), ("id", "ASC"))
        while len(found) < MAX_ENTRIES:
            page = await self.search(model, domain, fields, _PAGE, offset=len(found), order=order)
            found += page
            if len(page) < _PAGE:
                break
        return found

    async def rights(self, models: Sequence[str]) -> dict[str, Any]:
        """By model, what the user may do: `read`, `write`, `create`, `delete`. Empty if it is odd.

        Raises as `search`; InvalidInput for a model that Tryton does not know.
        """
        url = self._base / "ir.model.access" / "get_access"
        asked = {"models": list(models)}
        answer = await self._http.request(
            "POST", url, json=asked, headers=self._headers, reads=True
        )
        try:
            found = checked(answer, self._host)
        except AnswerLost as lost:
            raise Transient(lost.message, problem=lost.problem) from lost
        return found if isinstance(found, dict) else {}

    async def series(self) -> str | None:
        """The version that Tryton tells everybody, such as 8.0; None if nothing like it answers."""
        asked = {"id": 1, "method": "common.server.version", "params": []}
        answer = await self._http.request("POST", self._root / "rpc" / "", json=asked, reads=True)
        try:
            said = answer.json()
        except ValueError:
            return None
        version = said.get("result") if isinstance(said, dict) else None
        is_version = isinstance(version, str) and _VERSION.fullmatch(version)
        return version if answer.status == 200 and is_version else None

    def record_url(self, model: str, identifier: int) -> str | None:
        """Where people open a record, None if the connection names no web client."""
        web = self._config.web_url
        return f"{web}/#{self._config.database}/model/{model}/{identifier}" if web else None

    @property
    def _host(self) -> str:
        return self._base.host or ""


def _context(config: TrytonConfig) -> dict[str, Any]:
    context: dict[str, Any] = {"company": config.company, "companies": [config.company]}
    return context if config.employee is None else {**context, "employee": config.employee}


def _encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode()


def _record(value: Any, host: str) -> dict[str, Any]:
    if isinstance(value, dict) and type(value.get("id")) is int:
        return value
    raise AnswerLost(
        f"{host} answered without the record. It may not be a Tryton server.",
        problem=Problem.NOT_THIS_SYSTEM,
    )
