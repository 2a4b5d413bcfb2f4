"""PostgreSQL and Valkey of a stack, made, prepared and stopped."""
