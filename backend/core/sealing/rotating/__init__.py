"""Key rotation without downtime: wraps data keys and seals values again."""
