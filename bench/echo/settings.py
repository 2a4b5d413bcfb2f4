"""Waybill's settings with the echo's addresses: same server, same middleware, same logs."""

from mysite.settings import *

ROOT_URLCONF = "bench.echo.urls"
