"""The systems that Waybill is compared with."""
