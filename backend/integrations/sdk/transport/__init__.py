"""The only way to the network: names, addresses, egress rules, proxies, HTTP."""
