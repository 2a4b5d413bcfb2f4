from __future__ import annotations

from django.db import models


class Heartbeat(models.Model):
    """When a part of the system last showed that it works: a row per name."""

    name = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
