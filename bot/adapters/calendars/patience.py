"""Limits of time for what may go on for ever; where the system has no such alarm, none."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.calendars.busy import TooMany


class Patience:
    """Around each series: two seconds, and `seconds` in all."""

    def __init__(self, seconds: float = 8) -> None:
        self._left = seconds

    @contextmanager
    def __call__(self) -> Iterator[None]:
        if self._left <= 0:
            raise TooMany
        began = time.monotonic()
        try:
            with alarm(min(2.0, self._left), TooMany):
                yield
        finally:
            self._left -= time.monotonic() - began


@contextmanager
def alarm(seconds: float, error: type[Exception]) -> Iterator[None]:
    """Raise `error` in what takes longer."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def enough(_number: int, _frame: object) -> None:
        raise error

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
