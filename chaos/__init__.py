"""The fault suite: real processes, real stores, and an independent oracle."""
