"""Which zone a TZID of a feed means: the one that the file defines, else one that this machine knows."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from dateutil.rrule import rrulestr

from bot.calendars.feed import Component
from bot.core.calendar import is_zone

WINDOWS: dict[str, str] = dict(get_global("windows_zone_mapping"))
_UTC_IN_FRONT = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_UNTIL_UTC = re.compile(r"UNTIL=(\d{8}(?:T\d{6})?)Z?", re.IGNORECASE)


class Zones:
    """`owner` stands in for every name that means nothing, and where there is none."""

    def __init__(self, components: Iterable[Component], owner: tzinfo, until: datetime) -> None:
        """`components`: each a VTIMEZONE."""
        self.owner = owner
        self._of_file: dict[str, tzinfo] = {}
        for each in components:
            if zone := FileZone.read(each, until):
                self._of_file.setdefault(each.text("TZID"), zone)

    def named(self, name: str) -> tzinfo:
        name = name.strip()
        return self._of_file.get(name) or known_zone(name) or self.owner


@lru_cache(maxsize=1024)
def known_zone(name: str) -> ZoneInfo | None:
    """By its IANA name, also at the end of a path; by the name that Windows or Outlook gives it."""
    parts = [part for part in name.split("/") if part]
    for at in range(len(parts)):
        if is_zone(found := "/".join(parts[at:])):
            return ZoneInfo(found)
    bare = _UTC_IN_FRONT.sub("", name)
    standard = re.sub(r" Time( \(.*\))?$", " Standard Time", bare.replace("Daylight", "").replace("  ", " "))
    for each in (name, bare, standard):
        if each in WINDOWS:
            return ZoneInfo(WINDOWS[each])
    cities = _cities()
    return next((ZoneInfo(cities[city]) for city in map(_folded, bare.split(",")) if city in cities), None)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """IANA names by their cities."""
    return {_folded(zone.rpartition("/")[2]): zone for zone in sorted(available_timezones()) if "/" in zone}


def _folded(city: str) -> str:
    return city.strip().replace(" ", "_").casefold()


class FileZone(tzinfo):
    """A zone as a VTIMEZONE has it: onsets, and the offset before and after each."""

    def __init__(self, onsets: list[tuple[datetime, timedelta, timedelta]]) -> None:
        """`onsets`: the wall time of before, the offset before, the offset after."""
        ordered = sorted(onsets, key=lambda each: each[0] - each[1])
        self._before = ordered[0][1]
        self._offsets = [(before, after) for _, before, after in ordered]
        self._instants = [wall - before for wall, before, _ in ordered]
        # A skipped time has the offset of before; one that is doubled is the first of both.
        self._walls = [wall + max(after - before, timedelta()) for wall, before, after in ordered]

    @classmethod
    def read(cls, component: Component, until: datetime) -> "FileZone | None":
        """None where nothing of it can be read; rules go on until the naive `until`."""
        onsets = []
        for part in component.parts:
            try:
                before, after = (_offset(part.text(name)) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
                onsets += [(wall, before, after) for wall in _onsets(part, before, until)]
            except ValueError:
                continue
        return cls(onsets) if onsets else None

    def utcoffset(self, at: datetime | None) -> timedelta:
        if at is None:
            return self._before
        last = bisect_right(self._walls, at.replace(tzinfo=None)) - 1
        return self._offsets[last][1] if last >= 0 else self._before

    def dst(self, at: datetime | None) -> None:
        return None

    def tzname(self, at: datetime | None) -> None:
        return None

    def fromutc(self, at: datetime) -> datetime:
        last = bisect_right(self._instants, at.replace(tzinfo=None)) - 1
        return at + (self._offsets[last][1] if last >= 0 else self._before)


def _offset(text: str) -> timedelta:
    found = _OFFSET.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no offset")
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if found[1] == "-" else size


def _onsets(part: Component, before: timedelta, until: datetime) -> list[datetime]:
    start = _wall(part.text("DTSTART"))
    onsets = [start]
    for given in part.all("RDATE"):
        onsets += [_wall(value.partition("/")[0]) for value in given.value.split(",")]
    if rule := part.text("RRULE"):
        ends = _UNTIL_UTC.search(rule)
        # The end of a rule is in UTC, its onsets are on the wall.
        last = min(until, _wall(ends[1]) + before) if ends else until
        bare = _UNTIL_UTC.sub("", rule).replace(";;", ";").strip("; ")
        onsets += rrulestr(bare, dtstart=start).between(start, last, inc=True)
    return onsets


def _wall(text: str) -> datetime:
    return datetime.strptime(text.strip().rstrip("Z"), "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")
