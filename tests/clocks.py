"""Other clocks of the machine: a process and all that it starts believe that it is then and there.

`python -m tests.clocks NAME COMMAND …` runs a command so: `python -m tests.clocks sunday .venv/bin/pytest`.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Clock:
    name: str
    shows: str
    """What a clock on the wall shows there, as 2026-12-05 23:58:00."""
    zone: str = "Europe/Amsterdam"

    def environment(self) -> dict[str, str]:
        """As an offset from the real clock, which is the same in every process."""
        then = datetime.fromisoformat(self.shows).replace(tzinfo=ZoneInfo(self.zone))
        ahead = (then - datetime.now(UTC)).total_seconds()
        # Time-outs count real seconds.
        monotonic = {"DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        # libfaketime's remedy for an old glibc makes each wait with a time-out spin, that for the GIL too.
        monotonic["FAKETIME_FORCE_MONOTONIC_FIX"] = "0"
        clock = {"LD_PRELOAD": str(_library()), "FAKETIME": f"{ahead:+.0f}", "TZ": self.zone}
        return {**os.environ, **clock, **monotonic}

    def run(self, command: Sequence[str], timeout: float) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, timeout=timeout, check=False
        )


WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
CLOCKS = (
    *(Clock(name, f"2026-12-{day:02} 12:00:00") for day, name in enumerate(WEEK, 7)),
    Clock("late", "2026-12-03 23:58:00"),
    Clock("new-year", "2026-12-31 23:59:57"),
    Clock("leap-day", "2028-02-29 23:59:57"),
    Clock("spring", "2027-03-28 01:59:57"),
    Clock("autumn", "2026-10-25 02:59:57"),
    Clock("honolulu", "2026-12-05 23:58:00", "Pacific/Honolulu"),
    Clock("kiritimati", "2026-12-06 00:02:00", "Pacific/Kiritimati"),
)
"""The days of a week, minutes before a midnight, seconds before a year's and a leap day's end and before the
clocks change, and the two ends of the earth's day."""


def _library() -> Path:
    found = find_spec("libfaketime")
    assert found is not None and found.origin is not None, "it comes with .[dev]"
    return Path(found.origin).parent / "vendor/libfaketime/src/libfaketime.so.1"


def can_fake() -> bool:
    """Whether this machine lets it: the library is made for Linux on x86-64."""
    asked = [sys.executable, "-c", "import time; print(time.strftime('%d'))"]
    try:
        return CLOCKS[0].run(asked, 10).stdout.strip() == "07"
    except OSError:
        return False


def main(arguments: Sequence[str]) -> int:
    known = {clock.name: clock for clock in CLOCKS}
    if len(arguments) < 2 or arguments[0] not in known:
        print(f"python -m tests.clocks NAME COMMAND …; names: {', '.join(known)}", file=sys.stderr)
        return 2
    clock = known[arguments[0]]
    print(f"{clock.name}: {clock.shows} in {clock.zone}; really {datetime.now(UTC):%F %T} UTC", flush=True)
    return subprocess.run(arguments[1:], env=clock.environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
