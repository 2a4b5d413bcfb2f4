"""Our Compose files, as Docker Compose itself reads them: `python -m dev.compose` checks them.

`compose_read` tells what each service runs, with which settings, and how it is found healthy.
"""

from dev.compose.files import BASE, DEVELOPMENT, FILES, SECRETS, example_names, example_values
from dev.compose.parser import compose_program, compose_read
from dev.compose.service import Service

__all__ = [
    "BASE",
    "DEVELOPMENT",
    "FILES",
    "SECRETS",
    "Service",
    "compose_program",
    "compose_read",
    "example_names",
    "example_values",
]
