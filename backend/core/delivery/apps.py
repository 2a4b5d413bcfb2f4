from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "core.delivery"
    default_auto_field = "django.db.models.BigAutoField"
