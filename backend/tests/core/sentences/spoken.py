"""Where Waybill says what went wrong: in the connectors, and in the rooms of the engine."""

from __future__ import annotations

from pathlib import Path

from tests.sentences import Said, Spoken, sources

ROOT = Path(__file__).parents[3]

_ERRORS = frozenset({"ConnectorError", "AnswerLost"})
_CONNECTORS = Spoken(
    errors=_ERRORS,
    arguments={"Obstacle": {1: "reason", 2: "advice"}, "NoAddress": {0: "reason"}},
    constants={"advice": ("advice",), "_CREATED": ("created", "not_created")},
    returned=frozenset({"ask"}),
)
_ENGINE = Spoken(
    errors=_ERRORS
    | {"Transient", "InvalidInput", "OutcomeUnknown", "AuthFailed", "LeaseOver", "SealBroken"},
    arguments={
        "Tested": {1: ""},
        "failed": {2: ""},
        "broke": {2: ""},
        "_failure": {2: ""},
        "Network": {2: "peer"},
    },
    constants={"GIVEN_UP": ("",)},
    keywords=frozenset({"error_message", "message", "closed"}),
)
_ROOMS = (
    "core/callbacks",
    "core/connections",
    "core/crypto",
    "core/delivery",
    "core/sealing",
    "core/submissions/operate",
    "core/submissions/state",
)

_PROBLEMS = Spoken(errors=frozenset({"DomainError"}), arguments={"FieldError": {1: ""}})
_NOT_AT_THE_CONSOLE = (
    # What visitors of a form are told is in `waybill_definitions.languages`.
    "api.endpoints.forms",
    "api.forms",
    "core.submissions.confirmations",
    "core.submissions.read.tracking_links",
    "core.workflows.choices",
    "core.workflows.logos",
    "core.workflows.protection.tickets",
    "core.workflows.versions.replaced",
    # Only programs write these requests themselves.
    "api.authentication.bearer",
    "api.bodies",
    "api.endpoints.people.tokens",
    "api.middleware.json_body",
    "core.credentials.token_families",
    "core.redis.seen_messages",
    "core.submissions.accept",
)


def said_in_problems() -> dict[Said, str]:
    """What the API refuses with, at the console."""
    return sources(ROOT, "core", "api").sentences(_PROBLEMS, _NOT_AT_THE_CONSOLE)


def said_by_connectors() -> dict[Said, str]:
    """What the SDK and every connector say."""
    return sources(ROOT, "integrations").sentences(_CONNECTORS)


def said_by_engine() -> dict[Said, str]:
    """What is stored as the error of a step, or answers the test of a connection."""
    return sources(ROOT, *_ROOMS).sentences(_ENGINE)
