"""What connectors are made of. Knows neither Django nor Celery."""

from integrations.sdk.connector import Connector
from integrations.sdk.contract import Action, Effect, Output, Reference, Strict
from integrations.sdk.egress import EgressPolicy
from integrations.sdk.errors import (
    AnswerLost,
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    EgressBlocked,
    InvalidInput,
    OutcomeUnknown,
    RateLimited,
    Transient,
)
from integrations.sdk.hidden import Hidden
from integrations.sdk.http import Answer, Http
from integrations.sdk.network import Network
from integrations.sdk.trace import Trace

__all__ = [
    "Action",
    "Answer",
    "AnswerLost",
    "AuthFailed",
    "ConnectFailed",
    "Connector",
    "ConnectorError",
    "Effect",
    "EgressBlocked",
    "EgressPolicy",
    "Hidden",
    "Http",
    "InvalidInput",
    "Network",
    "OutcomeUnknown",
    "Output",
    "RateLimited",
    "Reference",
    "Strict",
    "Trace",
    "Transient",
]
