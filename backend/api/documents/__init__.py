"""OpenAPI documents of single workflows."""
