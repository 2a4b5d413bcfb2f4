from django.apps import AppConfig

from waybill_definitions.languages import languages


class WorkflowsConfig(AppConfig):
    name = "core.workflows"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A faulty language file is told when a process starts, not to a visitor."""
        languages()
