from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "core.submissions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core.sealing.rotating.places import place_register
        from core.submissions.sensitive import Answers, Outputs

        place_register(Answers())
        place_register(Outputs())
