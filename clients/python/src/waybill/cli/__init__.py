"""The command line."""

from waybill.cli.run import main

__all__ = ["main"]
