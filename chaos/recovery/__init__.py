"""The drill of point-in-time recovery: a cluster destroyed under load, and what comes back."""
