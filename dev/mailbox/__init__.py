"""A mail server for the demo and the tests: takes every message, forwards none, shows them all."""
