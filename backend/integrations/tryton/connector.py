"""The `tryton` connector."""

from typing import ClassVar

from integrations.sdk import Connector, Entry, Http, Network, Trace
from integrations.tryton.api import TrytonApi
from integrations.tryton.lists import READERS
from integrations.tryton.models import TrytonConfig, TrytonCredentials
from integrations.tryton.opportunity import CreateOpportunity
from integrations.tryton.party import CreateParty
from integrations.tryton.party_upsert import UpsertParty
from integrations.tryton.sale import CreateSale, QuoteSale
from integrations.tryton.trial import try_out


class TrytonConnector(Connector[TrytonConfig, TrytonCredentials, TrytonApi]):
    """A Tryton 8.0 ERP server, reached with the key of a user application."""

    name = "tryton"
    title = "Tryton"
    config_model = TrytonConfig
    credentials_model = TrytonCredentials
    actions: ClassVar = (CreateParty, UpsertParty, CreateOpportunity, CreateSale, QuoteSale)
    lists: ClassVar = tuple(READERS)

    def __init__(
        self, config: TrytonConfig, credentials: TrytonCredentials, network: Network
    ) -> None:
        super().__init__(config, credentials, network)
        self._countries: dict[str, int] = {}

    async def ask(self, trace: Trace) -> str:
        """Who is signed in for whom, and what may be created."""
        return await try_out(self.client(trace), self.config)

    async def entries(self, name: str, trace: Trace) -> list[Entry]:
        """Products, countries and the like, as the user of the key may see them."""
        reader = next(read for each, read in READERS.items() if each.name == name)
        return await reader(self.client(trace))

    def client(self, trace: Trace) -> TrytonApi:
        """The API for one call."""
        http = Http(self.network, trace)
        return TrytonApi(http, self.config, self.credentials, self._countries)
