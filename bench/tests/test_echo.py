"""The servers that intake is compared with start, each with its own settings."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from dev.layout import BACKEND, ROOT

from bench.stack import ECHO


@pytest.mark.parametrize("settings", ECHO.values())
def test_the_application_loads_with_the_settings_of_an_echo(settings: str) -> None:
    subprocess.run(
        [sys.executable, "-c", "import mysite.wsgi"],
        cwd=BACKEND,
        env=os.environ | {"PYTHONPATH": f"{ROOT}:{BACKEND}", "DJANGO_SETTINGS_MODULE": settings},
        check=True,
    )
