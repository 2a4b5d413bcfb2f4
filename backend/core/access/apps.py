from importlib import import_module

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "core.access"

    def ready(self) -> None:
        import_module("core.access.people.events")
