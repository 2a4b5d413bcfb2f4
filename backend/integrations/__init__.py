"""Connectors to other systems. Plain asyncio code: no Django, no Celery, no policy."""
