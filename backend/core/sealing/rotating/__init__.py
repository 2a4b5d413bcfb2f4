"""Replacing keys while everything runs: data keys are wrapped anew, values sealed anew."""
