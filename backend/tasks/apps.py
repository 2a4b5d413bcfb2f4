from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "tasks"

    def ready(self) -> None:
        """Hear what the rules below say has to be done."""
        from core.workflows.form_pages import form_outdated
        from tasks.forms import wake_refresh

        form_outdated.connect(wake_refresh, dispatch_uid="refresh_form")
