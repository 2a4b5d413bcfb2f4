from django.apps import AppConfig


class WorkflowsConfig(AppConfig):
    name = "core.workflows"
    default_auto_field = "django.db.models.BigAutoField"
