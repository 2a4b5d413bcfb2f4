"""Workflows as files: checked offline, compared with a server, applied to it."""

from waybill.cli.definitions.apply import apply
from waybill.cli.definitions.client import client
from waybill.cli.definitions.export import export
from waybill.cli.definitions.fetch import fetch
from waybill.cli.definitions.init import init
from waybill.cli.definitions.plan import plan
from waybill.cli.definitions.preview import preview
from waybill.cli.definitions.validate import validate
from waybill.cli.definitions.versions import rollback, versions

__all__ = [
    "apply",
    "client",
    "export",
    "fetch",
    "init",
    "plan",
    "preview",
    "rollback",
    "validate",
    "versions",
]
