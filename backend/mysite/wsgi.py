"""The API process: ``granian --interface wsgi mysite.wsgi:application``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

from api.chunked import ChunkedBodies

application = ChunkedBodies(get_wsgi_application())
