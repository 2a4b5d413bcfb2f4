"""The base of every connector: checks input, hides secrets, judges what a lost answer means."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ValidationError

from integrations.sdk.contract.contract import (
    Action,
    ClientT,
    Config,
    Credentials,
    Entry,
    ListOf,
    Output,
    Reference,
    Strict,
    first_sentence,
    secret_values,
    without_secrets,
)
from integrations.sdk.errors import (
    AnswerLost,
    ConnectorError,
    InvalidInput,
    OutcomeUnknown,
    Transient,
)
from integrations.sdk.redaction.hidden import Hidden
from integrations.sdk.transport.egress import EgressPolicy
from integrations.sdk.transport.network import Network, NoNetwork
from integrations.sdk.transport.rendering import Shown, shown
from integrations.sdk.transport.trace import Trace

Model = TypeVar("Model", bound=BaseModel)

MAX_ENTRIES = 5_000
_LONGEST_TEXT = 200


class Connector(ABC, Generic[Config, Credentials, ClientT]):
    """One configured account of one kind of system, open for any number of concurrent sends."""

    name: ClassVar[str]
    title: ClassVar[str]
    peer: ClassVar[str] = ""
    """What messages call the other side, where the title does not do."""
    config_model: ClassVar[type[Strict]]
    credentials_model: ClassVar[type[Strict]]
    actions: ClassVar[tuple[type[Action[Any, Any, Any]], ...]]
    lists: ClassVar[tuple[ListOf, ...]] = ()
    """What `entries` can read."""

    def __init__(self, config: Config, credentials: Credentials, network: Network) -> None:
        self.config = config
        self.credentials = credentials
        self.network = network
        self._secrets = Hidden(secret_values(credentials), short=False)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        config: Mapping[str, Any],
        credentials: Mapping[str, Any],
        policy: EgressPolicy,
        timeout: float,  # noqa: ASYNC109 the limit of each later call
    ) -> AsyncIterator[Self]:
        """Open the connector. `timeout` is the seconds that each call to the destination may take.

        Raises:
            InvalidInput: the configuration or the credentials do not have the shape that is needed.
        """
        checked_config = validated(
            cls.config_model, config, "The connection's settings are not complete"
        )
        checked_credentials = validated(
            cls.credentials_model, credentials, "The connection's credentials are not complete"
        )
        async with Network(policy, timeout, cls.peer or cls.title) as network:
            connector = cls(checked_config, checked_credentials, network)  # type: ignore[arg-type]
            try:
                yield connector
            finally:
                await connector.close()

    @classmethod
    def offline(cls, config: Mapping[str, Any], credentials: Mapping[str, Any]) -> Self:
        """The connector for `rendered` alone: it opens no socket, and its secrets are masked.

        Raises InvalidInput as `open` does.
        """
        checked_config = validated(
            cls.config_model, config, "The connection's settings are not complete"
        )
        checked_credentials = validated(
            cls.credentials_model, credentials, "The connection's credentials are not complete"
        )
        made = cls(checked_config, without_secrets(checked_credentials), NoNetwork())  # type: ignore[arg-type]
        made._secrets = Hidden(secret_values(checked_credentials), short=False)
        return made

    @classmethod
    def about(cls) -> str:
        """What it is, for people who choose it: the first sentence of its docstring."""
        return first_sentence(cls)

    @classmethod
    def action(cls, name: str) -> type[Action[Any, Any, Any]]:
        """The action of that name. Raises KeyError."""
        for action in cls.actions:
            if action.name == name:
                return action
        raise KeyError(f"{cls.name} has no action {name!r}")

    @classmethod
    def key_window(cls, config: Mapping[str, Any], action: str) -> float | None:
        """Seconds for which the destination remembers our key; None when it never forgets.

        Raises KeyError when the connector has no such action.
        """
        return cls.action(action).key_window

    @classmethod
    def search_lag(cls, config: Mapping[str, Any], action: str) -> float:
        """Seconds until a look-up surely finds what the action wrote. Raises KeyError."""
        return cls.action(action).search_lag

    @abstractmethod
    async def ask(self, trace: Trace) -> str:
        """Ask the system something that needs our sign-in, with nothing of any payload in it.

        One sentence about what answered. Raises a `ConnectorError` or `AnswerLost`.
        """

    async def probe(self, trace: Trace) -> str:
        """`ask`, without secrets in its errors and its trace. The connection's own test.

        Raises:
            AuthFailed: the credentials are refused.
            Transient, RateLimited: the system is not there, or not able to answer.
            InvalidInput: the settings are wrong.
        """
        trace.hide_all(self._secrets)
        with _reading(trace):
            return await self.ask(trace)

    async def entries(self, name: str, trace: Trace) -> list[Entry]:
        """Read one of `lists` from the system, in the order in which people should see it.

        Raises a `ConnectorError` or `AnswerLost`. Connectors without lists keep this.
        """
        raise KeyError(f"{self.name} has no list {name!r}")

    async def read_list(self, name: str, trace: Trace) -> list[Entry]:
        """`entries`, without secrets, and at most 5,000 of them.

        Labels and details are cut to 200 characters. An entry whose value is longer, empty, or
        could not be stored is left out: a part of a value would be another value.

        Raises:
            KeyError: the connector has no such list.
            ConnectorError: as `probe` does.
        """
        if name not in {each.name for each in self.lists}:
            raise KeyError(f"{self.name} has no list {name!r}")
        trace.hide_all(self._secrets)
        with _reading(trace):
            found = await self.entries(name, trace)
        clean = trace.redactor.text
        return [
            Entry(entry.value, _cut(clean(entry.label)), _cut(clean(entry.detail)))
            for entry in found
            if 0 < len(entry.value) <= _LONGEST_TEXT and clean(entry.value) == entry.value
        ][:MAX_ENTRIES]

    @abstractmethod
    def client(self, trace: Trace) -> ClientT:
        """The client that one call of an action uses."""

    async def close(self) -> None:
        """Free what the connector itself holds open. The network is closed after it."""

    async def send(
        self, action: str, payload: Mapping[str, Any], ref: Reference, trace: Trace
    ) -> Output:
        """Do one action once.

        Raises:
            ConnectorError: one of its subclasses, saying what may be done next.
            KeyError: the connector has no such action.
        """
        chosen = self.action(action)
        checked = validated(
            chosen.input_model, payload, f"The input of “{chosen.title}” is not valid"
        )
        trace.hide_all(self._secrets)
        try:
            result: Output = await chosen().send(self.client(trace), checked, ref)
        except AnswerLost as lost:
            message = trace.redactor.message(lost.message)
            raise OutcomeUnknown(
                f"{message} It may have been done there.", problem=lost.problem
            ) from lost
        except ConnectorError as error:
            raise _without_secrets(error, trace) from error.__cause__
        return result

    def rendered(
        self, action: str, payload: Mapping[str, Any], ref: Reference, trace: Trace
    ) -> tuple[Shown, ...]:
        """The requests that `send` would make, without the secrets that ``trace`` hides.

        Nothing is sent. Raises as `send` does, as far as that can be known unasked.
        """
        chosen = self.action(action)
        checked = validated(
            chosen.input_model, payload, f"The input of “{chosen.title}” is not valid"
        )
        trace.hide_all(self._secrets)
        try:
            calls = chosen().render(self.client(trace), checked, ref)
        except ConnectorError as error:
            raise _without_secrets(error, trace) from error.__cause__
        return tuple(shown(call, trace.redactor) for call in calls)

    async def find(self, action: str, ref: Reference, trace: Trace) -> Output | None:
        """Look up the result of an earlier send of a readable action; None when it is not there.

        Raises:
            ConnectorError: the look-up failed. It changes nothing, so a lost answer is `Transient`.
            NotImplementedError: the action is not readable.
        """
        chosen = self.action(action)
        trace.hide_all(self._secrets)
        with _reading(trace):
            result: Output | None = await chosen().find(self.client(trace), ref)
        return result


@contextmanager
def _reading(trace: Trace) -> Iterator[None]:
    """Errors of what changes nothing: without secrets, and a lost answer may be asked for again."""
    try:
        yield
    except AnswerLost as lost:
        raise Transient(trace.redactor.message(lost.message), problem=lost.problem) from lost
    except ConnectorError as error:
        raise _without_secrets(error, trace) from error.__cause__


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 1]}…"


def validated(model: type[Model], value: Mapping[str, Any], summary: str) -> Model:
    """The value as the model, or `InvalidInput` that names each wrong field."""
    try:
        return model.model_validate(dict(value))
    except ValidationError as problem:
        fields = {
            ".".join(str(part) for part in error["loc"]): error["msg"].removeprefix("Value error, ")
            for error in problem.errors(
                include_url=False, include_context=False, include_input=False
            )
        }
    listed = "; ".join(f"{name}: {reason}" if name else reason for name, reason in fields.items())
    raise InvalidInput(f"{summary}. {listed}", fields)


def _without_secrets(error: ConnectorError, trace: Trace) -> ConnectorError:
    error.message = trace.redactor.message(error.message)
    error.args = (error.message,)
    if isinstance(error, InvalidInput):
        error.fields = {
            name: trace.redactor.message(reason) for name, reason in error.fields.items()
        }
    return error
