"""Django's PostgreSQL backend with tenancy scopes and a cheap health check."""
