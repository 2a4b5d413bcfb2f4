from django.apps import AppConfig


class ConnectionHealthConfig(AppConfig):
    name = "core.connection_health"
