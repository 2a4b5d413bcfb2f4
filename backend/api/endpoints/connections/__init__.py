"""Routes of connections and of the connectors behind them."""
