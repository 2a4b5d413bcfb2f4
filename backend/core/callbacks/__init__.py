"""Signed outgoing webhooks about submissions (Standard Webhooks), as durable as the steps.

A callback goes through the modules as a step run goes through the rooms of `core.delivery`: claim,
messages, send, outcome, settle; `run` is the loop and `sweep` puts right what a dead worker left.
Decision 20 says what the two share.
"""
