"""What a connector is: typed actions of one vendor's system, and no policy.

A connector maps, calls and classifies. When to send, how often and with what patience is decided by
the delivery engine, which knows an action only through its effect class.
"""

import inspect
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Generic, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from integrations.sdk.redaction.hidden import REDACTED
from integrations.sdk.transport.rendering import Call

_END_OF_SENTENCE = re.compile(r"[.!?](?=\s|$)")


class Effect(StrEnum):
    """What may be done after a send whose outcome is not known."""

    KEYED = "keyed"
    """The destination honours our key: send again."""
    READABLE = "readable"
    """Our reference can be looked up: look first, then send again if it is not there."""
    BLIND = "blind"
    """Neither: a person decides."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Names one step of one submission, the same over all its attempts."""

    key: str
    """UUID of the step run: the idempotency key."""
    code: str
    """What people read, such as `WB-7K3M9QXD-1`: what is looked up at the destination."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list that a connector can read from the system, to choose from instead of typing."""

    name: str
    """Such as `products`."""
    title: str
    """What people call it, such as “Products”."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list. All are plain texts on one line."""

    value: str
    """What an action's input takes for it."""
    label: str
    """What people call it."""
    detail: str = ""
    """What tells it from others that are called the same, such as a unit and a price."""


class Strict(BaseModel):
    """Base of what enters or leaves a connector: unknown fields are refused, not swallowed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _short(longest: int) -> AfterValidator:
    """What is longer is no number or address for people, and could not be stored as one."""
    return AfterValidator(lambda value: None if value and len(value) > longest else value)


_LONGEST_LINK = 500


def _web_address(value: str | None) -> str | None:
    """People click it: nothing but http and https, and nothing that is not one address."""
    if not value or len(value) > _LONGEST_LINK or any(c.isspace() for c in value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.hostname else None


class Output(Strict):
    """What an action gives to the following steps and to people."""

    record: Annotated[str | None, _short(200)] = Field(
        default=None, title="Record", description="Number of the record, as people know it there."
    )
    record_url: Annotated[str | None, AfterValidator(_web_address)] = Field(
        default=None, title="Link", description="Where people can open the record, http or https."
    )


ClientT = TypeVar("ClientT")
In = TypeVar("In", bound=Strict)
Out = TypeVar("Out", bound=Output)
Config = TypeVar("Config", bound=Strict)
Credentials = TypeVar("Credentials", bound=Strict)
Model = TypeVar("Model", bound=BaseModel)


class Action(ABC, Generic[ClientT, In, Out]):
    """One operation of a connector. Stateless; `client` speaks the vendor's protocol."""

    name: ClassVar[str]
    title: ClassVar[str]
    done: ClassVar[str]
    """What is so once it is done, for people: may name `{subject}`, `{system}` and `{record}`."""
    effect: ClassVar[Effect]
    key_window: ClassVar[float | None] = None
    """Keyed actions: seconds for which the destination remembers a key; None: for ever."""
    search_lag: ClassVar[float] = 0.0
    """Readable actions: seconds until a look-up surely finds what was written."""
    same_by: ClassVar[str] = ""
    """What the system recognizes the same thing by when it comes under another reference, in
    words: “its e-mail address or code”. Empty: by nothing, so it is made a second time."""
    input_model: ClassVar[type[Strict]]
    output_model: ClassVar[type[Output]]

    @classmethod
    def about(cls) -> str:
        """What it does, for people who choose it: the first sentence of its docstring."""
        return first_sentence(cls)

    @abstractmethod
    def render(self, client: ClientT, payload: In, ref: Reference) -> tuple[Call, ...]:
        """The requests of `send` in their order, when nothing goes wrong. Nothing is sent.

        What must be looked up in the system is an `Unknown` in those that come after, and ``when``
        says on what it depends whether one is sent. `send` sends what is made here, or what the
        same functions make of what was found. Raises InvalidInput where `send` would, unasked.
        """

    @abstractmethod
    async def send(self, client: ClientT, payload: In, ref: Reference) -> Out:
        """Do it once. Raises a `ConnectorError`, or `AnswerLost` when it may have been done."""

    async def find(self, client: ClientT, ref: Reference) -> Out | None:
        """The result of an earlier send under this reference, None if there is none.

        Readable actions only: the others raise NotImplementedError.
        """
        raise NotImplementedError(f"{self.name} is {self.effect} and cannot be looked up")


def first_sentence(documented: type) -> str:
    """The first sentence of a docstring, on one line and without the marks of code."""
    paragraph = " ".join((inspect.getdoc(documented) or "").partition("\n\n")[0].split())
    ends = _END_OF_SENTENCE.search(paragraph)
    return (paragraph[: ends.start() + 1] if ends else paragraph).replace("`", "")


def secret_values(value: Any) -> list[str]:
    """Every secret inside a credentials model, at any depth."""
    if isinstance(value, SecretStr):
        return [value.get_secret_value()]
    if isinstance(value, BaseModel):
        return [
            secret
            for name in type(value).model_fields
            for secret in secret_values(getattr(value, name))
        ]
    if isinstance(value, Mapping):
        return [secret for item in value.values() for secret in secret_values(item)]
    if isinstance(value, list | tuple):
        return [secret for item in value for secret in secret_values(item)]
    return []


def without_secrets(value: Model) -> Model:
    """The credentials model with `REDACTED` in the place of each secret, at any depth."""
    masked = {
        name: _masked(getattr(value, name))
        for name in type(value).model_fields
        if secret_values(getattr(value, name))
    }
    return value.model_copy(update=masked)


def _masked(value: Any) -> Any:
    if isinstance(value, SecretStr):
        return SecretStr(REDACTED)
    if isinstance(value, BaseModel):
        return without_secrets(value)
    if isinstance(value, Mapping):
        return {key: _masked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item) for item in value]
    return value
