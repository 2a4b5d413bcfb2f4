"""Run a management command: ``python manage.py migrate``."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from core.postgres.reaching import not_reached


def main() -> None:
    """Run the command; a wrong configuration or a database that is away is one line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"waybill: {error}")
    except OperationalError as error:
        if sentence := not_reached(error):
            sys.exit(f"waybill: {sentence}")
        raise


if __name__ == "__main__":
    main()
