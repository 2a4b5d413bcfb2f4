"""How we use Redis: token buckets, rate limits, ids of messages already seen."""
