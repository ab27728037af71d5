"""The demo's tour under other clocks of the machine."""

import sys

from tests.benchmarks.rows import Row
from tests.clocks import CLOCKS

TOUR = [sys.executable, "-m", "bot", "demo", "--tour"]
LONGEST = 60
"""Seconds."""


def bench_calendar() -> list[Row]:
    failed = [clock.name for clock in CLOCKS if clock.run(TOUR, LONGEST).returncode != 0]
    what = f"`spil demo --tour` under {len(CLOCKS)} clocks: tours that did not end with 0"
    passed = f"{len(CLOCKS) - len(failed)} of {len(CLOCKS)}"
    return [Row("calendar", what, len(failed), 0, ", ".join([passed, *failed]))]
