"""What must still work in an image after `trim.py`: it is run inside."""

from __future__ import annotations

from dev.images.container import Container

SCRIPT = """
import boto3, phonenumbers, pycountry
from babel import Locale
from storages.backends.s3 import S3Storage
number = phonenumbers.parse("020 7946 0958", "GB")
assert phonenumbers.is_valid_number(number)
assert len(pycountry.countries) > 240 and pycountry.currencies.get(alpha_3="EUR")
assert Locale.parse("de_AT").territories["GB"] == "Vereinigtes Königreich"
for service in ("s3", "sts"):
    boto3.client(service, region_name="eu-central-1")
storage = S3Storage(bucket_name="b", region_name="eu-central-1", access_key="a", secret_key="s")
assert "ignature=" in storage.url("file")
"""
"""Each line reads data that a cut lies next to. Nothing is sent."""


def contents_faults(container: Container) -> list[str]:
    """What does not work any more. Empty: nothing."""
    answer = container.execute("python", "-c", SCRIPT)
    return [f"packages: {answer.said.strip().splitlines()[-1]}"] if answer.code else []
