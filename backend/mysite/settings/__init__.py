"""Django's settings, one module per concern, all read from the environment.

Secrets have no defaults. One line names all missing variables.
"""

from mysite.settings.env import require

require(
    "DATABASE_URL",
    "REDIS_URL",
    "WAYBILL_SECRET_KEY",
    "WAYBILL_ENCRYPTION_KEYS",
    "WAYBILL_JWT_KEYS",
    "WAYBILL_PUBLIC_URL",
)

from mysite.settings.accounts import *  # noqa: E402
from mysite.settings.base import *  # noqa: E402
from mysite.settings.celery import *  # noqa: E402
from mysite.settings.database import *  # noqa: E402
from mysite.settings.delivery import *  # noqa: E402
from mysite.settings.limits import *  # noqa: E402
from mysite.settings.logging import *  # noqa: E402
from mysite.settings.mail import *  # noqa: E402
from mysite.settings.metrics import *  # noqa: E402
from mysite.settings.providers import *  # noqa: E402
from mysite.settings.redis import *  # noqa: E402
from mysite.settings.security import *  # noqa: E402
from mysite.settings.sentry import *  # noqa: E402
from mysite.settings.tokens import *  # noqa: E402
from mysite.settings.traces import *  # noqa: E402
from mysite.settings.uploads import *  # noqa: E402
