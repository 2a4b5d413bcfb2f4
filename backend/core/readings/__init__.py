"""What only PostgreSQL and Redis know, read for Prometheus: backlog, gates, queues, partitions."""

from core.readings.readings import Readings

__all__ = ["Readings"]
