"""Rate limits as generous token buckets: what Slack promises, not what it happens to let pass."""

import math
from dataclasses import dataclass

from bot.sandbox.clock import Clock


@dataclass(frozen=True)
class Rate:
    """`burst` calls at once, then `per_minute`."""

    burst: float
    per_minute: float


POSTS_IN_CHANNEL = Rate(4, 60)
POSTS_IN_ALL = Rate(400, 400)
TIERS = {1: Rate(10, 10), 2: Rate(20, 20), 3: Rate(50, 50), 4: Rate(100, 100), 5: Rate(600, 600)}
"""Tier 5 stands for "several hundred a minute". Tier 1 is widened: tests reconnect more than bots do."""


class RateLimits:
    """Not thread-safe; used under the workspace's lock."""

    def __init__(self, clock: Clock, *, on: bool = True) -> None:
        self.on = on
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait_for(self, method: str, tier: int, channel: str | None) -> int:
        """Count a call; 0 where it may go on, else the whole seconds of `Retry-After`."""
        if not self.on:
            return 0
        if tier:
            return self._take(method, TIERS[tier])
        in_channel = self._take(f"{method}:{channel}", POSTS_IN_CHANNEL)
        return in_channel or self._take(method, POSTS_IN_ALL)

    def _take(self, bucket: str, rate: Rate) -> int:
        now = self._clock.elapsed()
        left, since = self._buckets.get(bucket, (rate.burst, now))
        left = min(rate.burst, left + (now - since) * rate.per_minute / 60)
        missing = 1 - left
        self._buckets[bucket] = (left if missing > 0 else left - 1, now)
        return max(1, math.ceil(missing * 60 / rate.per_minute)) if missing > 0 else 0
