"""The API process: ``granian --interface wsgi mysite.wsgi:application``."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

from api.bodies.chunked import ChunkedBodies
from core.metrics import metrics_serve

application = ChunkedBodies(get_wsgi_application())

# Load every endpoint now; otherwise the first request would wait a second. These objects stay for
# good, so freeze them: each full garbage collection delayed all requests by a tenth of a second.
get_resolver().url_patterns  # noqa: B018  # read for its effect
gc.collect()
gc.freeze()

metrics_serve(notes_pool=True)
