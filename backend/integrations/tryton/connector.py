"""The `tryton` connector."""

from typing import ClassVar

from integrations.sdk import Connector, Http, Network, Trace
from integrations.tryton.api import TrytonApi
from integrations.tryton.models import TrytonConfig, TrytonCredentials
from integrations.tryton.opportunity import CreateOpportunity
from integrations.tryton.party import CreateParty


class TrytonConnector(Connector[TrytonConfig, TrytonCredentials, TrytonApi]):
    """A Tryton 8.0 server, reached with the key of a user application."""

    name = "tryton"
    title = "Tryton"
    config_model = TrytonConfig
    credentials_model = TrytonCredentials
    actions: ClassVar = (CreateParty, CreateOpportunity)

    def __init__(
        self, config: TrytonConfig, credentials: TrytonCredentials, network: Network
    ) -> None:
        super().__init__(config, credentials, network)
        self._countries: dict[str, int] = {}

    async def ask(self, trace: Trace) -> str:
        """An empty search that needs the key."""
        await self.client(trace).search("party.party", [["id", "=", 0]], ("code",))
        return (
            f"Tryton at {self.config.base_url} answers, database {self.config.database}, "
            f"company {self.config.company}."
        )

    def client(self, trace: Trace) -> TrytonApi:
        """The API for one call."""
        http = Http(self.network, trace)
        return TrytonApi(http, self.config, self.credentials, self._countries)
