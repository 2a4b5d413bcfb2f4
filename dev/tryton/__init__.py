"""A real Tryton server for the demo and the integration tests.

`prepare` once, run `spec`, and hand `environment` to whoever talks to it.
"""

from dev.tryton.server import environment, prepare, spec
from dev.tryton.verify import Party, read_party

__all__ = ["Party", "environment", "prepare", "read_party", "spec"]
