"""The faults. Each says what it does to the system and what must be true afterwards."""
