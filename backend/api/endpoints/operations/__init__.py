"""Routes for operators of the installation: alerts, audit, health."""
