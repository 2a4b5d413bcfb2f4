"""The API process: ``granian --interface wsgi mysite.wsgi:application``."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

from api.bodies.chunked import ChunkedBodies

application = ChunkedBodies(get_wsgi_application())

# Every endpoint is loaded before the first request, which would wait a second for it. What is
# there now stays for good, so the collector need not walk through it: each of its full rounds held
# all requests up for a tenth of a second.
get_resolver().url_patterns  # noqa: B018  # read for its effect
gc.collect()
gc.freeze()
