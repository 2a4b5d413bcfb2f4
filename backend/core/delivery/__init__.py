"""The delivery engine: claim, send, outcome, settle, in the order of a step run.

`run` is its loop, `sweep` repairs what a dead worker left, `operate` is for people and checks.
"""
