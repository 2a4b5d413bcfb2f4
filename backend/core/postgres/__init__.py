"""How we use PostgreSQL: statements, tenancy and row security, partitions, pages."""
