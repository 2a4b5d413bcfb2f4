"""What Waybill is compared with."""
