"""The delivery engine: claim, send, outcome, settle, in the order in which a step run goes.

`run` is its loop, `sweep` puts right what a dead worker left, `operate` is for people and checks.
"""
