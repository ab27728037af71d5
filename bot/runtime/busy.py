"""The command `spil busy`: shows what is read off a calendar feed."""

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.adapters.calendars.patience import Patience
from bot.calendars.busy import read_busy
from bot.calendars.feed import LARGEST, UnreadableCalendar
from bot.core.calendar import check_zone


def busy(argv: Sequence[str]) -> int:
    """Print the busy times of a file; 1 when it is no calendar."""
    parser = argparse.ArgumentParser("spil busy", description="Show when a calendar's owner is busy.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--from", dest="begin", type=_instant, required=True, metavar="INSTANT")
    parser.add_argument("--to", dest="end", type=_instant, required=True, metavar="INSTANT")
    parser.add_argument("--zone", type=check_zone, default="UTC", help="the owner's, for times without one")
    parser.add_argument(
        "--json", action="store_true", help='print {"busy": [[start, end], …]} or {"error": …}'
    )
    asked = parser.parse_args(argv)
    answer = _answer(asked)
    if asked.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print("\n".join(f"{start} – {end}" for start, end in answer.get("busy", ())) or "never busy")
        if "error" in answer:
            print(answer["error"])
    return 1 if "error" in answer else 0


def _answer(asked: argparse.Namespace) -> dict[str, Any]:
    try:
        with asked.file.open("rb") as file:
            data = file.read(LARGEST + 1)
        found = read_busy(data, asked.begin, asked.end, asked.zone, Patience())
    except UnreadableCalendar as unreadable:
        return {"error": str(unreadable)}
    except OSError as unreadable:
        return {"error": unreadable.strerror or str(unreadable)}
    answer: dict[str, Any] = {"busy": [[each.isoformat() for each in span] for span in found.spans]}
    if found.truncated:
        answer["error"] = "truncated"
    if found.unread:
        answer["unread"] = found.unread
    return answer


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
