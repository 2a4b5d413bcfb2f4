"""What an administrator does at a terminal: `waybill-admin`, and what only it needs."""

from administration.program import run_program

__all__ = ["run_program"]
