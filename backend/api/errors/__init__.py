"""One shape for every refusal: RFC 9457 problem details."""
