"""Configured accounts of business systems, and opening them for delivery."""
