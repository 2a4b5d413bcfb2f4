"""Measures how fast Waybill's own processes are, beside what they are worth comparing with."""
