"""The `acme` connector: contacts of an address book that honours idempotency keys."""

from typing import ClassVar

from pydantic import Field

from integrations.sdk import (
    Action,
    AnswerLost,
    AuthFailed,
    Call,
    Connector,
    Effect,
    Http,
    InvalidInput,
    Output,
    Reference,
    Strict,
    Trace,
    request_of,
)
from integrations.sdk.contract.fields import BaseUrl, Line, OneLineSecret


class AcmeConfig(Strict):
    """Where the address book is."""

    base_url: BaseUrl = Field(title="Address", description="Such as https://acme.example.com")


class AcmeCredentials(Strict):
    """Who writes into it."""

    token: OneLineSecret = Field(title="Token", description="Made in the address book.")


class ContactIn(Strict):
    """One contact."""

    name: Line = Field(title="Name", description="Of the person.")


class AcmeApi:
    """Speaks with one address book, signed in."""

    def __init__(self, http: Http, config: AcmeConfig, credentials: AcmeCredentials) -> None:
        self._http = http
        self._url = f"{config.base_url}/contacts"
        self._token = credentials.token.get_secret_value()

    def adding(self, contact: ContactIn, key: str) -> Call:
        """The request that adds one contact."""
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key}
        about, body = "Add the contact.", contact.model_dump()
        return request_of("POST", self._url, json=body, headers=headers, about=about)

    async def add(self, adding: Call) -> Output:
        """Add one contact. Raises a `ConnectorError` or `AnswerLost`."""
        answer = await self._http.send(adding)
        if answer.status == 200:
            return Output()
        if answer.status == 401:
            raise AuthFailed("Acme refused the token. Check it in the connection.")
        if answer.status < 500:
            raise InvalidInput(f"Acme refused the contact (HTTP {answer.status}).")
        raise AnswerLost(f"Acme answered HTTP {answer.status}.")

    async def count(self) -> None:
        """Ask how many contacts there are. Raises a `ConnectorError` or `AnswerLost`."""
        headers = {"Authorization": f"Bearer {self._token}"}
        answer = await self._http.request("GET", self._url, headers=headers)
        if answer.status == 401:
            raise AuthFailed("Acme refused the token. Check it in the connection.")
        if answer.status >= 500:
            raise AnswerLost(f"Acme answered HTTP {answer.status}.")


class CreateContact(Action[AcmeApi, ContactIn, Output]):
    """Add one contact. Acme remembers the key for ever."""

    name = "contact.create"
    title = "Create the contact"
    done = "{subject} is a contact in {system}."
    effect = Effect.KEYED
    input_model = ContactIn
    output_model = Output

    def render(self, client: AcmeApi, payload: ContactIn, ref: Reference) -> tuple[Call, ...]:
        """The one request; the key stays the same over all attempts of the step."""
        return (client.adding(payload, ref.key),)

    async def send(self, client: AcmeApi, payload: ContactIn, ref: Reference) -> Output:
        """Send it."""
        (adding,) = self.render(client, payload, ref)
        return await client.add(adding)


class AcmeConnector(Connector[AcmeConfig, AcmeCredentials, AcmeApi]):
    """An Acme address book."""

    name = "acme"
    title = "Acme"
    config_model = AcmeConfig
    credentials_model = AcmeCredentials
    actions: ClassVar = (CreateContact,)

    async def ask(self, trace: Trace) -> str:
        """A question that needs the token."""
        await self.client(trace).count()
        return "Acme answers."

    def client(self, trace: Trace) -> AcmeApi:
        """The address book for one call."""
        return AcmeApi(Http(self.network, trace), self.config, self.credentials)
