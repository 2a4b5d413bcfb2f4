"""Files in an S3-compatible store: moto's server on loopback, through boto3 and real HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.storage import storages

PROBE = """
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import storages
storage = storages["uploads"]
name = storage.save("organization/0123456789abcdef", ContentFile(b"%PDF-1.7 content"))
assert name == "organization/0123456789abcdef", name
with storage.open(name) as file:
    assert file.read() == b"%PDF-1.7 content"
assert storage.save(name, ContentFile(b"other")) != name
storage.delete(name)
assert not storage.exists(name)
storage.delete(name)
kept = storage.save("organization/kept", ContentFile(b"x" * 9_000_000))
print("kept", kept, storage.size(kept))
"""


@pytest.fixture
def s3() -> Iterator[str]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.mark.filterwarnings("ignore")
def test_files_are_kept_in_a_bucket(s3: str) -> None:
    client: Any = boto3.client(
        "s3",
        endpoint_url=s3,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    client.create_bucket(Bucket="waybill-files")
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.django_settings",
            "WAYBILL_UPLOADS_S3_BUCKET": "waybill-files",
            "WAYBILL_UPLOADS_S3_ENDPOINT": s3,
            "WAYBILL_UPLOADS_S3_REGION": "us-east-1",
            "WAYBILL_UPLOADS_S3_ACCESS_KEY": "key",
            "WAYBILL_UPLOADS_S3_SECRET_KEY": "secret",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "kept organization/kept 9000000" in done.stdout
    kept = client.get_object(Bucket="waybill-files", Key="organization/kept")
    assert kept["ContentType"] == "application/octet-stream"


def test_without_a_bucket_files_are_on_the_disk() -> None:
    assert type(storages["uploads"]).__name__ == "FileSystemStorage"
