"""A real Tryton server for the demo and the integration tests.

`prepare` once, run `spec`, and give `environment` to its clients.
"""

from dev.tryton.server import environment, install, prepare, spec
from dev.tryton.verify import Party, read_party

__all__ = ["Party", "environment", "install", "prepare", "read_party", "spec"]
