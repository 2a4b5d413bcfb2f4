"""Shapes of submissions, their progress and events, and of acting on them."""
