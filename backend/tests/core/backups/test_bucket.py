"""Backups in an S3-compatible store: moto's server on loopback, through boto3 and real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from pyrage import x25519

from administration.interrupting import Interrupted
from core.backups import (
    BackupFault,
    Progress,
    backup_make,
    backup_verify,
    backups_prune,
    place_at,
    silent,
)
from core.backups.server import application_in
from tests.core.backups.conftest import recipients

TO = "s3://waybill-backups/here"


@pytest.fixture
def bucket(settings: Any) -> Iterator[Any]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    settings.WAYBILL_BACKUP_S3 = {
        "endpoint_url": f"http://{host}:{port}",
        "region_name": "us-east-1",
        "aws_access_key_id": "key",
        "aws_secret_access_key": "secret",
    }
    client = boto3.client("s3", **settings.WAYBILL_BACKUP_S3)
    client.create_bucket(Bucket="waybill-backups")
    yield client
    server.stop()


def keys(client: Any) -> list[str]:
    found = client.list_objects_v2(Bucket="waybill-backups").get("Contents", [])
    return sorted(each["Key"] for each in found)


@pytest.mark.nightly
@pytest.mark.filterwarnings("ignore")
def test_a_backup_in_a_bucket_is_proved_and_removed(
    source: str, bucket: Any, settings: Any
) -> None:
    identity = x25519.Identity.generate()
    with application_in(source), recipients(identity):
        made = backup_make(to=TO, progress=silent())
    parts = [key.rsplit("/")[-1] for key in keys(bucket)]
    assert parts == ["database.dump.age", "files.tar.age", "manifest.json"]
    assert backup_verify(made.where, identities=[identity], progress=silent()).findings == []
    place = place_at(TO)
    assert place.names() == [made.where.rsplit("/")[-1]]
    assert backups_prune(place, of=settings.PUBLIC_HOST, keep={}) == []
    place.remove(place.names()[0])
    assert keys(bucket) == []


@pytest.mark.filterwarnings("ignore")
def test_a_backup_that_breaks_off_leaves_nothing_in_the_bucket(source: str, bucket: Any) -> None:
    def tell(line: str) -> None:
        if line.startswith("Counting"):
            raise Interrupted

    with application_in(source), pytest.raises(Interrupted):
        backup_make(to=TO, progress=Progress(tell, every=0))
    assert keys(bucket) == []
    assert bucket.list_multipart_uploads(Bucket="waybill-backups").get("Uploads", []) == []


@pytest.mark.filterwarnings("ignore")
def test_what_a_killed_backup_left_in_the_bucket_is_removed_by_the_next(
    source: str, bucket: Any, settings: Any
) -> None:
    mine = f"here/waybill-{settings.PUBLIC_HOST}-20200101T000000Z/database.dump"
    other = f"here/waybill-{settings.PUBLIC_HOST}-staging-20200101T000000Z/database.dump"
    for key in (mine, other):
        bucket.put_object(Bucket="waybill-backups", Key=key, Body=b"unfinished")
        bucket.create_multipart_upload(Bucket="waybill-backups", Key=key)
    with application_in(source):
        backup_make(to=TO, progress=silent())
    assert mine not in keys(bucket)
    assert other in keys(bucket)
    uploads = bucket.list_multipart_uploads(Bucket="waybill-backups")["Uploads"]
    assert [each["Key"] for each in uploads] == [other]


@pytest.mark.filterwarnings("ignore")
def test_a_bucket_that_is_not_there_is_named(source: str, bucket: Any) -> None:
    with application_in(source), pytest.raises(BackupFault, match="nowhere"):
        backup_make(to="s3://nowhere/here", progress=silent())
    with pytest.raises(BackupFault, match="is no backup"):
        backup_verify(f"{TO}/nothing", identities=[], progress=silent())
