"""The fault suite: real processes, real stores, and an oracle that is not ours."""
