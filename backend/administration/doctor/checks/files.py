"""Disks, and the place of the files that people send."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from administration.doctor.findings import Finding, failed, ok, warning

PART = "uploads"
_LEAST_FREE = 2**30


def disk_findings() -> Iterator[Finding]:
    """The disks of WAYBILL_ALERT_DISKS."""
    for path in settings.WAYBILL_ALERT_DISKS:
        try:
            usage = shutil.disk_usage(path)
        except OSError as error:
            yield warning(
                "disk",
                f"{path} cannot be looked at: {error.strerror}",
                "Correct WAYBILL_ALERT_DISKS; its disks are not watched.",
            )
            continue
        percent = 100 * (usage.total - usage.free) // usage.total
        said = f"{path} is {percent} % full, {usage.free // 2**20} MiB are free"
        if percent >= settings.WAYBILL_ALERT_DISK_PERCENT:
            yield warning("disk", said, "Make room, or give it more: docs/operations/runbooks.md.")
        else:
            yield ok("disk", said)


def upload_findings() -> Iterator[Finding]:
    """Whether a file can be kept, read and removed."""
    if settings.WAYBILL_UPLOADS_S3_BUCKET:
        yield _kept("the bucket", "See its name, its endpoint, the keys and their rights.")
    elif settings.WAYBILL_UPLOADS_DIR:
        kept = _kept(
            "the directory",
            "Give the user of these processes the right to write to WAYBILL_UPLOADS_DIR, and the"
            " same directory to api and maintenance.",
        )
        yield kept
        yield from _room(Path(settings.WAYBILL_UPLOADS_DIR))
    else:
        yield ok(PART, "no place for files is set, so forms refuse files")


def _kept(where: str, remedy: str) -> Finding:
    storage = storages["uploads"]
    name = f"doctor/{secrets.token_hex(16)}"
    try:
        name = storage.save(name, ContentFile(b"waybill"))
        try:
            with storage.open(name) as file:
                same = file.read() == b"waybill"
        finally:
            storage.delete(name)
    except Exception as error:  # boto3's errors have no common base with OSError
        return failed(PART, f"{where} takes no file: {_said(error)}", remedy)
    if not same:
        return failed(PART, f"{where} gave back another file than it got", remedy)
    return ok(PART, f"{where} takes files, gives them back and removes them")


def _said(error: Exception) -> str:
    """The kind of error and its code at S3; nothing that names a key."""
    response = getattr(error, "response", None)
    code = response.get("Error", {}).get("Code", "") if isinstance(response, dict) else ""
    return code or getattr(error, "strerror", "") or type(error).__name__


def _room(folder: Path) -> Iterator[Finding]:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    usage = shutil.disk_usage(there)
    if usage.free < _LEAST_FREE:
        yield warning(
            PART,
            f"only {usage.free // 2**20} MiB are free for files",
            "Give the directory a larger disk.",
        )
