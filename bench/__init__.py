"""Measures the speed of Waybill's processes next to comparable systems."""
