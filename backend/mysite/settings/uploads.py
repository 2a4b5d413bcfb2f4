"""Storage for the files of submissions: a directory, an S3 bucket, or none."""

from __future__ import annotations

from typing import Any

from mysite.settings.env import env

WAYBILL_MAX_UPLOAD_BYTES = env.int("WAYBILL_MAX_UPLOAD_BYTES", default=10 * 1024 * 1024)
WAYBILL_UPLOADS_DIR = env.str("WAYBILL_UPLOADS_DIR", default="")
WAYBILL_UPLOADS_S3_BUCKET = env.str("WAYBILL_UPLOADS_S3_BUCKET", default="")

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Neither has a public address: files are read only through the API.
if WAYBILL_UPLOADS_S3_BUCKET:
    STORAGES["uploads"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": WAYBILL_UPLOADS_S3_BUCKET,
            "endpoint_url": env.str("WAYBILL_UPLOADS_S3_ENDPOINT", default=None),
            "region_name": env.str("WAYBILL_UPLOADS_S3_REGION", default=None),
            "access_key": env.str("WAYBILL_UPLOADS_S3_ACCESS_KEY", default=None),
            "secret_key": env.str("WAYBILL_UPLOADS_S3_SECRET_KEY", default=None),
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "object_parameters": {"ContentType": "application/octet-stream"},
        },
    }
elif WAYBILL_UPLOADS_DIR:
    STORAGES["uploads"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": WAYBILL_UPLOADS_DIR,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }

# Larger files are buffered on disk, not in memory, during the upload.
FILE_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
