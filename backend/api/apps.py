from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        """Connect the answer to whether another page may reach a form."""
        import api.forms.origins  # noqa: F401  # connects when it is loaded, after the models
