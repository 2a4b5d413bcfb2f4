"""Who did what to which thing: written with the change, never changed afterwards."""
