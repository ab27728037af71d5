"""The commands `spil draft` and `spil busy`: the minutes that the rules draft from notes, and what is read
off a calendar feed."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.adapters.calendars.patience import Patience
from bot.calendars.busy import read_busy
from bot.calendars.feed import LARGEST, UnreadableCalendar
from bot.core.calendar import check_zone
from bot.core.language import Language
from bot.minutes.extraction.extract import Draft, Proposal, draft
from bot.minutes.model import clean
from bot.minutes.shared import day_in_name
from bot.notes.encodings import decoded
from bot.text.formats import plain_day

OK, UNREADABLE = 0, 2
_LABELS = {
    Language.en: "Present|Absent|Topics|Decisions|Action items|Open questions|Next meeting",
    Language.nl: "Aanwezig|Afwezig|Onderwerpen|Besluiten|Actiepunten|Open vragen|Volgend overleg",
}


def draft_files(argv: Sequence[str]) -> int:
    """Print the draft of each file; 2 when one could not be read, of which one sentence is said."""
    parser = argparse.ArgumentParser("spil draft", description="Draft minutes from files of notes, by rules.")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="notes as plain text")
    parser.add_argument("--language", choices=[*Language], help="of the minutes; else that of the notes")
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        help="of the meeting; the one in the notes, else in the file's name, if not given",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON a line for each file")
    asked = parser.parse_args(argv)
    language, code = Language(asked.language) if asked.language else None, OK
    for number, file in enumerate(asked.files):
        try:
            notes = _read(file)
        except (OSError, ValueError) as problem:
            print(f"spil: {file} can't be read: {_reason(problem)}.", file=sys.stderr)
            code = UNREADABLE
            continue
        drafted = draft(notes, language, asked.date, date.today())
        if drafted.held_on is None and (day := day_in_name(file.stem)):
            drafted = draft(notes, language, day)
        if asked.json:
            named = {"file": str(file)} if len(asked.files) > 1 else {}
            print(json.dumps({**named, **_record(drafted)}, ensure_ascii=False), flush=True)
        else:
            heads = [f"{'' if number == 0 else chr(10)}{file}", ""] if len(asked.files) > 1 else []
            print("\n".join([*heads, *_in_words(drafted)]))
    return code


def _read(file: Path) -> str:
    """Raise OSError, or ValueError for what holds no text."""
    content = file.read_bytes()
    notes = decoded(content)
    if not clean(notes):
        raise ValueError("it is no text" if content.strip() else "there is nothing in it")
    return notes


def _reason(problem: Exception) -> str:
    return (problem.strerror or "").lower() if isinstance(problem, OSError) else str(problem)


def _record(drafted: Draft) -> dict[str, Any]:
    return {
        "language": drafted.language,
        "title": drafted.title,
        "date": drafted.held_on.isoformat() if drafted.held_on else None,
        "attendees": drafted.attendees,
        "absent": drafted.absent,
        "topics": [
            {"title": each.title, "summary": each.summary, "lines": each.lines} for each in drafted.topics
        ],
        "decisions": [{"text": each.text, "lines": each.lines} for each in drafted.decisions],
        "actions": [
            {"owner": each.owner, "text": each.text, "due": _due(each), "lines": each.lines}
            for each in drafted.actions
        ],
        "questions": drafted.questions,
        "next_meeting": drafted.next_meeting,
    }


def _due(action: Proposal) -> str | None:
    """The day where it is clear, else as it is written."""
    return action.day.isoformat() if action.day else action.due


def _in_words(drafted: Draft) -> Iterator[str]:
    present, absent, topics, decisions, actions, questions, following = _LABELS[drafted.language].split("|")
    day = plain_day(drafted.held_on, drafted.language) if drafted.held_on else ""
    yield " · ".join(filter(None, (drafted.title, day)))
    for label, names in ((present, drafted.attendees), (absent, drafted.absent)):
        if names:
            yield f"{label}: {', '.join(names)}"
    lists = (
        (topics, [each.title for each in drafted.topics]),
        (decisions, [each.text for each in drafted.decisions]),
        (actions, [_action(each, drafted.language) for each in drafted.actions]),
        (questions, drafted.questions),
    )
    for label, items in lists:
        if items:
            yield from ("", label, *(f"- {item}" for item in items))
    if drafted.next_meeting:
        yield from ("", f"{following}: {drafted.next_meeting}")


def _action(action: Proposal, language: Language) -> str:
    due = plain_day(action.day, language) if action.day else action.due
    return " – ".join(filter(None, (action.owner, action.text, due)))


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
