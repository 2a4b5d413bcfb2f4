"""The connected systems."""

from waybill.cli.connections.commands import connections

__all__ = ["connections"]
