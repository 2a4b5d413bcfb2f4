"""Accepted inputs: taken in, moved from state to state, shown, operated, and one day deleted."""
