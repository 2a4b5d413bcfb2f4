"""Backups in an S3-compatible bucket. One counts when its manifest is there, written last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings

from core.backups.faults import BackupFault
from core.backups.manifest import NAME
from core.backups.streams import Readable, Writable

_PIECE = 16 * 1024 * 1024
_GROWS_AFTER = 1000
"""A part has at most 10,000 pieces, so later ones are larger: 880 GiB fit."""


def _client() -> Any:
    return boto3.client("s3", **settings.WAYBILL_BACKUP_S3)


@contextmanager
def _explained(where: str) -> Iterator[None]:
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise BackupFault(f"{where}: {error}") from error


class BucketPlace:
    """``prefix``: ends with a slash, or is empty."""

    def __init__(self, bucket: str, prefix: str) -> None:
        self._bucket = bucket
        self._prefix = prefix
        self._s3 = _client()
        self.where = f"s3://{bucket}/{prefix}"

    def begin(self, name: str) -> BucketWriting:
        if self._keys(f"{name}/"):
            raise BackupFault(f"{self.where}{name} exists already. Run it again.")
        return BucketWriting(self._s3, self._bucket, f"{self._prefix}{name}/")

    def names(self) -> list[str]:
        ends = [key.removeprefix(self._prefix) for key in self._keys("")]
        return sorted(end.split("/")[0] for end in ends if end.split("/")[1:] == [NAME])

    def remove(self, name: str) -> None:
        """The manifest first: what is left of a removal that broke off is no backup."""
        keys = self._keys(f"{name}/")
        with _explained(self.where):
            for key in sorted(keys, key=lambda each: not each.endswith(f"/{NAME}")):
                self._s3.delete_object(Bucket=self._bucket, Key=key)

    def clear(self, mine: Callable[[str], bool]) -> None:
        finished = set(self.names())
        for name in {self._name(key) for key in self._keys("")} - finished:
            if mine(name):
                self.remove(name)
        # Not every login may list them. They take room, and are in nobody's way.
        with suppress(ClientError):
            self._uploads_abort(mine)

    def _uploads_abort(self, mine: Callable[[str], bool]) -> None:
        pages = self._s3.get_paginator("list_multipart_uploads").paginate(
            Bucket=self._bucket, Prefix=self._prefix
        )
        for each in [each for page in pages for each in page.get("Uploads", ())]:
            if mine(self._name(each["Key"])):
                self._s3.abort_multipart_upload(
                    Bucket=self._bucket, Key=each["Key"], UploadId=each["UploadId"]
                )

    def _name(self, key: str) -> str:
        """Of the backup to which the key belongs, if it is in one."""
        return key.removeprefix(self._prefix).split("/")[0]

    def _keys(self, beginning: str) -> list[str]:
        with _explained(self.where):
            pages = self._s3.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=f"{self._prefix}{beginning}"
            )
            return [each["Key"] for page in pages for each in page.get("Contents", ())]


class BucketWriting:
    def __init__(self, s3: Any, bucket: str, prefix: str) -> None:
        self._s3 = s3
        self._bucket = bucket
        self._prefix = prefix
        self._made: list[str] = []

    @contextmanager
    def part(self, name: str) -> Iterator[Writable]:
        key = f"{self._prefix}{name}"
        with _explained(f"s3://{self._bucket}/{key}"):
            upload = _Upload(self._s3, self._bucket, key)
            try:
                yield upload
                upload.complete()
            except BaseException:
                upload.abort()
                raise
        self._made.append(key)

    def finish(self, manifest: bytes) -> str:
        where = f"s3://{self._bucket}/{self._prefix}"
        with _explained(where):
            self._s3.put_object(Bucket=self._bucket, Key=f"{self._prefix}{NAME}", Body=manifest)
        return where.rstrip("/")

    def abandon(self) -> None:
        with _explained(f"s3://{self._bucket}/{self._prefix}"):
            for key in self._made:
                self._s3.delete_object(Bucket=self._bucket, Key=key)


class _Upload:
    """An object written piece by piece; nobody sees it before it is complete."""

    def __init__(self, s3: Any, bucket: str, key: str) -> None:
        self._s3 = s3
        self._object = {"Bucket": bucket, "Key": key}
        self._id = s3.create_multipart_upload(**self._object)["UploadId"]
        self._held = bytearray()
        self._pieces: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        self._held += data
        most = _PIECE * (1 + len(self._pieces) // _GROWS_AFTER)
        while len(self._held) >= most:
            self._send(bytes(self._held[:most]))
            del self._held[:most]

    def complete(self) -> None:
        if self._held or not self._pieces:
            self._send(bytes(self._held))
        self._s3.complete_multipart_upload(
            **self._object, UploadId=self._id, MultipartUpload={"Parts": self._pieces}
        )

    def abort(self) -> None:
        self._s3.abort_multipart_upload(**self._object, UploadId=self._id)

    def _send(self, data: bytes) -> None:
        number = len(self._pieces) + 1
        sent = self._s3.upload_part(**self._object, UploadId=self._id, PartNumber=number, Body=data)
        self._pieces.append({"PartNumber": number, "ETag": sent["ETag"]})


class BucketOpened:
    def __init__(self, bucket: str, prefix: str) -> None:
        self._s3 = _client()
        self._bucket = bucket
        self._prefix = f"{prefix.rstrip('/')}/"
        self.where = f"s3://{bucket}/{prefix}"

    def manifest(self) -> bytes:
        with self.part(NAME) as file:
            return file.read()

    @contextmanager
    def part(self, name: str) -> Iterator[Readable]:
        key = f"{self._prefix}{name}"
        with _explained(self.where):
            try:
                body = self._s3.get_object(Bucket=self._bucket, Key=key)["Body"]
            except self._s3.exceptions.NoSuchKey:
                if name == NAME:
                    raise BackupFault(f"{self.where} is no backup: it has no {NAME}.") from None
                raise BackupFault(f"The backup is damaged: {key} is missing.") from None
            try:
                yield body
            finally:
                body.close()
