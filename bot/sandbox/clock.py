"""The sandbox's time: real time that can be moved ahead, or a clock that stands still until it is moved."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Aware UTC, never back. With `start` it stands still there; without it runs with real time."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the sandbox clock needs an aware datetime")
        self._frozen = start.astimezone(UTC) if start else None
        self._ahead = timedelta(0)

    @property
    def running(self) -> bool:
        """Whether time passes by itself."""
        return self._frozen is None

    @property
    def ahead(self) -> timedelta:
        """The time by which the clock has been moved, which has to survive a restart."""
        return self._ahead

    def now(self) -> datetime:
        return (self._frozen or datetime.now(UTC)) + self._ahead

    def set_forward(self, *, to: datetime | None = None, by: timedelta | None = None) -> datetime:
        """Move to an instant or by a length of time; ValueError where that would be back."""
        step = by if by is not None else (to - self.now() if to is not None else timedelta(0))
        if step < timedelta(0):
            raise ValueError(f"the sandbox clock only goes forward, not by {step}")
        self._ahead += step
        return self.now()

    def elapsed(self) -> float:
        """Seconds that have passed for rate limits: real ones, and those that the clock was moved."""
        return time.monotonic() + self._ahead.total_seconds()
