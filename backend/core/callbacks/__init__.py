"""Signed outgoing webhooks about submissions (Standard Webhooks), as durable as the steps."""
