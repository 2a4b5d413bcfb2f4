"""An address as a person writes it, and the place or the backup there."""

from __future__ import annotations

from pathlib import Path

from core.backups.faults import BackupFault
from core.backups.places.bucket import BucketOpened, BucketPlace
from core.backups.places.disk import DiskOpened, DiskPlace
from core.backups.places.shapes import Opened, Place, Writing

__all__ = ["Opened", "Place", "Writing", "opened_at", "place_at"]

_S3 = "s3://"


def place_at(address: str) -> Place:
    """A directory, or `s3://bucket/prefix`. Raises BackupFault."""
    if not address.startswith(_S3):
        return DiskPlace(Path(address).absolute())
    bucket, prefix = _split(address)
    return BucketPlace(bucket, f"{prefix}/" if prefix else "")


def opened_at(address: str) -> Opened:
    """The backup at a path, or at `s3://bucket/prefix/name`. Raises BackupFault."""
    if not address.startswith(_S3):
        return DiskOpened(Path(address).absolute())
    return BucketOpened(*_split(address))


def _split(address: str) -> tuple[str, str]:
    bucket, _, prefix = address.removeprefix(_S3).partition("/")
    if not bucket:
        raise BackupFault(f"{address} names no bucket: it is s3://bucket/prefix.")
    return bucket, prefix.strip("/")
