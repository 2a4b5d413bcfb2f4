"""The `tryton` connector."""

from typing import ClassVar

from integrations.sdk import Connector, Http, Trace
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

    def client(self, trace: Trace) -> TrytonApi:
        """The API for one call."""
        return TrytonApi(Http(self.network, trace), self.config, self.credentials)
