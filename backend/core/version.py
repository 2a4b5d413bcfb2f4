"""Waybill's version. Everything else that says it is compared with this line."""

VERSION = "0.2.0"
