"""Django's PostgreSQL backend, whose health check costs nothing while all is well."""
