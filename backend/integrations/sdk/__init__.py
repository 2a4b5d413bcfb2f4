"""What connectors are made of. Knows neither Django nor Celery."""

from integrations.sdk.contract.connector import MAX_ENTRIES, Connector
from integrations.sdk.contract.contract import (
    Action,
    Effect,
    Entry,
    ListOf,
    Output,
    Reference,
    Strict,
)
from integrations.sdk.contract.exposed import Exposed, exposed_of
from integrations.sdk.errors import (
    AnswerLost,
    AuthFailed,
    ConnectFailed,
    ConnectorError,
    EgressBlocked,
    InvalidInput,
    OutcomeUnknown,
    Problem,
    RateLimited,
    Transient,
)
from integrations.sdk.redaction.hidden import Hidden
from integrations.sdk.transport.egress import EgressPolicy
from integrations.sdk.transport.http import Answer, Http, request_of
from integrations.sdk.transport.network import Network
from integrations.sdk.transport.obstacles import obstacle
from integrations.sdk.transport.rendering import Call, Shown, Unknown
from integrations.sdk.transport.trace import Trace

__all__ = [
    "MAX_ENTRIES",
    "Action",
    "Answer",
    "AnswerLost",
    "AuthFailed",
    "Call",
    "ConnectFailed",
    "Connector",
    "ConnectorError",
    "Effect",
    "EgressBlocked",
    "EgressPolicy",
    "Entry",
    "Exposed",
    "Hidden",
    "Http",
    "InvalidInput",
    "ListOf",
    "Network",
    "OutcomeUnknown",
    "Output",
    "Problem",
    "RateLimited",
    "Reference",
    "Shown",
    "Strict",
    "Trace",
    "Transient",
    "Unknown",
    "exposed_of",
    "obstacle",
    "request_of",
]
