"""How much went through, how well and how fast: kept by minute, hour and day beside the rows."""
