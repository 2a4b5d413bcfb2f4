from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        """Connect the check of which other pages may reach a form."""
        import api.forms.origins  # noqa: F401  # connects when it is loaded, after the models
