"""Token buckets in Redis: rate limits shared by all processes."""

from __future__ import annotations

from dataclasses import dataclass

# Uses Redis' clock, so the processes' clocks do not matter. A bucket is stored as the time when
# it would be full again (the generic cell rate algorithm).
# Arguments: key; rate per second, burst, tokens wanted. Returns the number taken, the seconds until
# the next token, and the number left.
TAKE = """
local now = redis.call('TIME')
now = tonumber(now[1]) + tonumber(now[2]) / 1000000
local each = 1 / tonumber(ARGV[1])
local burst, want = tonumber(ARGV[2]), tonumber(ARGV[3])
local full_at = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local free = math.floor(burst - (full_at - now) / each + 0.000001)
local taken = math.max(math.min(free, want), 0)
if taken ~= 0 then
    full_at = full_at + taken * each
    redis.call('SET', KEYS[1], string.format('%.6f', full_at), 'PX',
               math.ceil((full_at - now) * 1000) + 1000)
end
return {taken, string.format('%.6f', math.max(full_at - now - (burst - 1) * each, 0)),
        math.max(free - taken, 0)}
"""


@dataclass(frozen=True, slots=True)
class Rate:
    """A number of tokens per second on average, and at most ``burst`` at once."""

    per_second: float
    burst: int

    def __post_init__(self) -> None:
        if self.per_second <= 0 or self.burst < 1:
            raise ValueError("a rate needs more than 0 a second and a burst of 1 or more")

    @property
    def window_seconds(self) -> float:
        """How long an empty bucket takes to be full again."""
        return self.burst / self.per_second
