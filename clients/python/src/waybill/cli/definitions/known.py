"""What a server told of itself, kept beside the files: they are checked against it offline."""

from __future__ import annotations

import shlex
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from json_schema_to_pydantic import SchemaError
from pydantic import BaseModel, ValidationError
from waybill_definitions.check import KnownSystem, Surroundings

from waybill import Waybill
from waybill.api import API_VERSION
from waybill.api.api.connections import list_connections
from waybill.api.api.connectors import list_connectors
from waybill.api.api.workflows import get_protection, list_workflows
from waybill.api.models.connection_out import ConnectionOut
from waybill.api.models.workflow_out import WorkflowOut
from waybill.cli.definitions.described import system_described
from waybill.cli.definitions.other_versions import SAME_RELEASE, route_expected, versions_differ
from waybill.cli.every import every
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles import version_of

FOLDER = ".waybill"


class KnownWorkflow(BaseModel):
    """``address``: of its form. ``allowed_origins``: sites to which it may send its visitors."""

    address: str | None
    allowed_origins: list[str]


class Known(BaseModel):
    """``api_version``: of the server. ``connectors``: by name, as the API describes them.
    ``connections``: connectors by slug."""

    url: str
    api_version: str
    fetched_at: datetime
    connectors: dict[str, dict[str, Any]]
    connections: dict[str, str]
    workflows: dict[str, KnownWorkflow]

    def surroundings(self) -> Surroundings:
        """For the check. Addresses of other organizations' forms are known to the server alone."""
        systems = {name: self._system(name, each) for name, each in self.connectors.items()}

        def address_taken(workflow: str, address: str) -> bool:
            return any(
                each.address == address for slug, each in self.workflows.items() if slug != workflow
            )

        def allowed_origins(workflow: str) -> Collection[str]:
            known = self.workflows.get(workflow)
            return known.allowed_origins if known else ()

        kinds = {slug: systems[name] for slug, name in self.connections.items() if name in systems}
        return Surroundings(kinds, address_taken, allowed_origins)

    def _system(self, name: str, told: dict[str, Any]) -> KnownSystem:
        try:
            return system_described(told)
        except (SchemaError, AttributeError, LookupError, TypeError, ValueError):
            raise Problem(
                f"This version of the command does not understand what {self.url} tells of the "
                f"systems of kind {name}. {versions_differ(self.api_version)}".rstrip(),
                f"{SAME_RELEASE} Then fetch it anew: waybill fetch",
                Exit.FAULTS,
            ) from None


def known_fetch(waybill: Waybill) -> Known:
    """Ask the server."""
    with route_expected(waybill, "tell its kinds of systems"):
        connectors = waybill.call(list_connectors.sync_detailed, client=waybill.api).items
    return Known(
        url=waybill.url,
        api_version=version_of(waybill) or API_VERSION,
        fetched_at=datetime.now(UTC),
        connectors={each.name: each.to_dict() for each in connectors},
        connections={
            each.slug: each.connector
            for each in every(waybill, list_connections.sync_detailed, ConnectionOut)
        },
        workflows={
            each.slug: _workflow(waybill, each)
            for each in every(waybill, list_workflows.sync_detailed, WorkflowOut)
        },
    )


def _workflow(waybill: Waybill, workflow: WorkflowOut) -> KnownWorkflow:
    allowed: list[str] = []
    if workflow.form_slug is not None:
        told = waybill.call(get_protection.sync_detailed, workflow.slug, client=waybill.api)
        allowed = list(told.allowed_origins)
    return KnownWorkflow(address=workflow.form_slug, allowed_origins=allowed)


def known_write(known: Known, folder: Path, environment: str) -> Path:
    """Keep it in the folder. The path of the file."""
    path = folder / FOLDER / f"{environment}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(known.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return path


def known_read(beside: Path, environment: str) -> Known:
    """What is kept in the folder of this path, or in one above it. Raises Problem."""
    folder = beside.resolve()
    for each in [folder, *folder.parents]:
        path = each / FOLDER / f"{environment}.json"
        if path.is_file():
            return _read(path, each)
    raise Problem(
        f"Nothing is known here of what the server has: there is no {FOLDER}/{environment}.json in"
        f" {folder} or above.",
        f"Fetch it once, with a connection: waybill fetch {shlex.quote(str(beside))}",
        Exit.FAULTS,
    )


def _read(path: Path, folder: Path) -> Known:
    try:
        return Known.model_validate_json(path.read_bytes())
    except ValidationError:
        raise Problem(
            f"{path} is not what this version of the command keeps.",
            f"Fetch it anew: waybill fetch {shlex.quote(str(folder))}",
            Exit.FAULTS,
        ) from None
