"""The fixed clock of the tests: it is Monday 23 November 2026, 9:00 in Amsterdam."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
