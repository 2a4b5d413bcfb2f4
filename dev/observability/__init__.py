"""Grafana's dashboards, and the tests with Prometheus itself."""
