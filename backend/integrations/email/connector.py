"""The `email` connector: one message over SMTP."""

from typing import ClassVar

from integrations.email.client import MailServer
from integrations.email.message import compose, message_id, readable
from integrations.email.models import EmailConfig, EmailCredentials, EmailIn, EmailOut
from integrations.sdk import Action, Call, Connector, Effect, Network, Reference, Trace


class Mailer:
    """Writes messages of one sender and hands them to the mail server."""

    def __init__(self, config: EmailConfig, server: MailServer, trace: Trace) -> None:
        self._config = config
        self._server = server
        self._trace = trace

    def letter(self, payload: EmailIn, ref: Reference) -> Call:
        """The message and its envelope. Raises InvalidInput for what no message can say."""
        config = self._config
        content = compose(config, payload, ref)
        return Call(
            about="Hand the message to the mail server.",
            method="SMTP",
            url=f"smtp://{config.host}:{config.port}",
            headers={"MAIL FROM": f"<{config.from_address}>", "RCPT TO": f"<{payload.to}>"},
            content=content,
            body=readable(content),
        )

    async def post(self, letter: Call, payload: EmailIn, ref: Reference) -> EmailOut:
        """Send one message. Raises a `ConnectorError` or `AnswerLost`."""
        await self._server.deliver(payload.to, letter.content or b"", self._trace)
        return EmailOut(message_id=message_id(self._config, ref))


class SendEmail(Action[Mailer, EmailIn, EmailOut]):
    """Send one e-mail. SMTP cannot be asked whether an earlier message went out."""

    name = "email.send"
    title = "Send an e-mail"
    done = "The message for {subject} is with the mail server."
    effect = Effect.BLIND
    input_model = EmailIn
    output_model = EmailOut

    def render(self, client: Mailer, payload: EmailIn, ref: Reference) -> tuple[Call, ...]:
        """The one message."""
        return (client.letter(payload, ref),)

    async def send(self, client: Mailer, payload: EmailIn, ref: Reference) -> EmailOut:
        """Send it once."""
        (letter,) = self.render(client, payload, ref)
        return await client.post(letter, payload, ref)


class EmailConnector(Connector[EmailConfig, EmailCredentials, Mailer]):
    """A mail server that takes messages over SMTP."""

    name = "email"
    title = "E-mail"
    peer = "The mail server"
    config_model = EmailConfig
    credentials_model = EmailCredentials
    actions: ClassVar = (SendEmail,)

    def __init__(
        self, config: EmailConfig, credentials: EmailCredentials, network: Network
    ) -> None:
        super().__init__(config, credentials, network)
        self._server = MailServer(config, credentials, network)

    async def ask(self, trace: Trace) -> str:
        """Connect, sign in and name the sender; no message."""
        return await self._server.greet(trace)

    def client(self, trace: Trace) -> Mailer:
        """The mailer for one call."""
        return Mailer(self.config, self._server, trace)

    async def close(self) -> None:
        """Close the connections to the mail server that are kept for the next message."""
        await self._server.close()
