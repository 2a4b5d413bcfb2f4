"""Tryton 8.0 over its REST API for user applications."""

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from yarl import URL

from integrations.sdk import AnswerLost, Http, Transient
from integrations.tryton.classify import checked
from integrations.tryton.models import TrytonConfig, TrytonCredentials


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
        self._base = URL(config.base_url) / config.database / "rest" / "model"
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

    async def create(
        self, model: str, values: Mapping[str, Any], fields: Sequence[str]
    ) -> dict[str, Any]:
        """Create one record and read the given fields and `id` of it."""
        url = (self._base / model).with_query([("f", name) for name in fields])
        answer = await self._http.request("POST", url, json=values, headers=self._headers)
        return _record(checked(answer, self._host), self._host)

    async def search(
        self, model: str, domain: list[Any], fields: Sequence[str], limit: int = 1
    ) -> list[dict[str, Any]]:
        """The first records in the domain, oldest first, with the given fields and `id`.

        Raises:
            Transient: also for an answer that is no list. It must not pass for “not there”.
        """
        query = [("d", _encoded(domain)), ("s", str(limit)), ("o", _encoded([["id", "ASC"]]))]
        url = (self._base / model).with_query(query + [("f", name) for name in fields])
        answer = await self._http.request("GET", url, headers=self._headers)
        try:
            found = checked(answer, self._host)
            if not isinstance(found, list):
                raise AnswerLost(f"{self._host} answered a search with something else than a list.")
            return [_record(item, self._host) for item in found]
        except AnswerLost as lost:
            raise Transient(lost.message) from lost

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
    raise AnswerLost(f"{host} answered without the record. It may not be a Tryton server.")
