"""The calendars of the demo's people, as a program for them would serve them: each week is like the last."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

LONDON, AMSTERDAM, KOLKATA = "Europe/London", "Europe/Amsterdam", "Asia/Kolkata"
WEEKS: dict[str, tuple[str, tuple[tuple[str, str, str, str], ...]]] = {
    "tom": (
        LONDON,
        (
            ("MO,TU,WE,TH,FR", "0930", "0945", "Stand-up"),
            ("TU", "1000", "1200", "Steering group"),
            ("TH", "1300", "1500", "Interviews"),
            ("FR", "1500", "1700", "Focus"),
        ),
    ),
    "priya": (
        KOLKATA,
        (
            ("MO,TU,WE,TH,FR", "1500", "1515", "Stand-up"),
            ("MO,WE", "1600", "1730", "Pairing"),
            ("TH", "1000", "1300", "Training"),
        ),
    ),
    "sanne": (
        AMSTERDAM,
        (
            ("MO", "1000", "1130", "Teamoverleg"),
            ("WE", "1300", "1700", "Vrije middag"),
            ("TH,FR", "0900", "1000", "Bouwoverleg"),
        ),
    ),
    "joost": (
        AMSTERDAM,
        (
            ("TU,TH", "0900", "1200", "Op de bouwplaats"),
            ("FR", "1400", "1600", "Tandarts"),
        ),
    ),
}
"""By name: their zone, and on which days they have what from when to when."""


def routes() -> list[Route]:
    return [Route("/calendars/{name}.ics", _calendar)]


def _calendar(request: Request) -> Response:
    known = WEEKS.get(request.path_params["name"])
    return (
        PlainTextResponse(_feed(*known), media_type="text/calendar") if known else Response(status_code=404)
    )


def _feed(zone: str, weekly: tuple[tuple[str, str, str, str], ...]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Spil//demo//EN"]
    for at, (days, starts, ends, title) in enumerate(weekly):
        # 1 January 2024 was a Monday; whatever day it begins on is one of its own as well.
        first = 20240101 + ("MO", "TU", "WE", "TH", "FR").index(days[:2])
        lines += [
            "BEGIN:VEVENT",
            f"UID:{at}@demo",
            f"SUMMARY:{title}",
            f"DTSTART;TZID={zone}:{first}T{starts}00",
            f"DTEND;TZID={zone}:{first}T{ends}00",
            f"RRULE:FREQ=WEEKLY;BYDAY={days}",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])
