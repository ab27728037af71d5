"""`/meeting …`: what was typed, word by word; what a line did not tell is asked, with the way to the form
that holds what was understood."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from functools import cache
from typing import Any

from bot.core.context import Context, Source, people_of
from bot.core.errors import Misfilled, Rejected, UnknownPerson
from bot.core.people import Person
from bot.dates.due import shifted
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.text import reading as reading_text
from bot.meetings.errors import NobodyElse, NoTime, RuleStays, Unnamed, Unplaced
from bot.meetings.lines import Reader, moment
from bot.meetings.model import Meeting, Sketch
from bot.meetings.places import placed, without_link
from bot.notes.people import looks_like_name
from bot.notes.typed_line import without_people
from bot.people.matching import called, nobody, person_named
from bot.texts import Texts
from handlers.slack import dispatch, ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import ME, MENTION, SPECIAL, Request, names

NOBODY = "<@U0>"
"""Stands for a name that nobody has, and for all who read along."""
MOST_UNKNOWN = 10
"""After so many of them no more are looked up: the line is asked about anyhow."""
AMONG = rf"{MENTION.pattern}(?:(?:\s*[,&+]\s*|\s+)(?:(?:and|en)\s+)?{MENTION.pattern})*"
OPTIONAL = re.compile(
    rf"[,;\s(]*\b(?:optional(?:ly)?|eventueel|facultatief|optioneel)\b:?\s*({AMONG})\)?", re.IGNORECASE
)
"""Who needn't come: "with @tom, optional @priya"."""
NAMED = re.compile(r"(?<!\S)@([\w.-]*\w)")
WITH = re.compile(r"\b(?:with|met)\s+(?=[^\W\d_]|<@)", re.IGNORECASE)
"""Before names that were typed, not chosen from Slack's list; or before anything else."""
NAME = re.compile(r"([^\W\d_][\w'’.-]*)(?: (?!(?:and|en)\b)[^\W\d_][\w'’.-]*)?", re.IGNORECASE)
"""Two words, or its first alone."""
AND = re.compile(r"\s*[,&+]?\s*(?:(?:and|en)\b\s*)?", re.IGNORECASE)
GROUP = re.compile(
    r"@?(?:(?:the|all|our|my|het|de|ons|onze|mijn|heel)\s+){0,2}(?:rest of the\s+|rest van het\s+)?"
    r"(?:team|everyone|everybody|rest|others|iedereen|allemaal|anderen)\b",
    re.IGNORECASE,
)
"""Means people without their names."""
PLAN = "meetings.plan"
"""Opens the form; its button's value is `project:number:draft`, number 0 for a new meeting."""
READING = "meetings.reading"
"""As PLAN, to plan it at the moment that was meant, or as it was read."""
READINGS = 5


def read(request: Request, line: str) -> dict[str, Any]:
    """`Sprint review with @tom at Room 2 friday 14:00`: fields of Sketch, and what is "unclear" of them."""
    text, unclear = _with_mentions(request, line)
    needless = OPTIONAL.search(text)
    optional = _named(needless[1]) if needless else []
    text = OPTIONAL.sub(lambda found: f" {found[1]}", text)
    rest, _ = without_people(text)
    line, link = without_link(request.plain(rest))
    title, moment = reader(request.here).line(line)
    found = placed(line, title)
    place = ", ".join(filter(None, (found.place, link)))
    if found.left:
        unclear["place"] = Unplaced(found.left)
    people = _named(text)
    if not people and not unclear and (stranger := WITH.search(found.title)):
        word = NAME.match(found.title, stranger.end())
        unclear["people"] = nobody(word[1], {}) if word and looks_like_name(word[1].title()) else NobodyElse()
    said = {"place": place, "optional": optional}
    fields = {"title": found.title, "people": people, **{name: each for name, each in said.items() if each}}
    return {**fields, **moment.known, "unclear": {**moment.unclear, **unclear}}


def _named(text: str) -> list[str]:
    return [user for user in dict.fromkeys(MENTION.findall(text)) if f"<@{user}>" != NOBODY]


def moved_to(request: Request, meeting: Meeting, line: str) -> dict[str, Any]:
    """As `read`, of another moment: day, time and length stay where nothing is said of them."""
    phrase, ctx = request.plain(line), request.here
    if moved := shifted(phrase, meeting.starts_at, meeting.zone, ctx.languages):
        day = moved.date() if isinstance(moved, datetime) else moved
        return {"day": day, "at": moved.time() if isinstance(moved, datetime) else meeting.starts.time()}
    try:
        moment = reader(ctx).phrase(phrase, meeting.day)
    except Unreadable as unreadable:
        return {"unclear": {"day": unreadable}}
    if moment.repeats and not meeting.repeats:
        return {"unclear": {"day": RuleStays()}}
    unclear = {name: why for name, why in moment.unclear.items() if name != "at" or moment.day is None}
    if moment.until:
        return {"day": None, "at": None, **moment.known, "unclear": moment.unclear}
    return {**moment.known, "unclear": unclear}


def _with_mentions(request: Request, line: str) -> tuple[str, dict[str, Rejected]]:
    """A name that was typed and not chosen from Slack's list becomes a mention, where somebody has it."""
    unknown: list[Rejected] = []

    @cache
    def mention(name: str) -> str:
        if len(unknown) == MOST_UNKNOWN:
            return NOBODY
        try:
            return f"<@{person_named(request.uow, request.who.team, name, request.channel)}>"
        except UnknownPerson as reason:
            unknown.append(reason)
            return NOBODY

    unknown += [Unnamed(f"@{found[1]}") for found in SPECIAL.finditer(line)]
    line = SPECIAL.sub(NOBODY, line)
    text = _called(request, NAMED.sub(lambda found: mention(found[1]), line), unknown)
    return text, {"people": unknown[-1]} if unknown else {}


def _called(request: Request, line: str, unknown: list[Rejected]) -> str:
    """Members called by name behind `with`, up to the first word that is nobody's name, become mentions. A
    slip of a name, a name beside theirs that nobody has, and a group are `unknown`."""
    found = WITH.search(line)
    people = people_of(request.uow, request.here.project) if found else {}
    stop = end = behind = found.end() if found else 0
    mentions: list[str] = []
    while word := None if GROUP.match(line, end) else MENTION.match(line, end) or NAME.match(line, end):
        ways = [(word[0], word[1])] if word[0].startswith("<") else _fitting(word, people)
        ways = [(word[1], request.who.user)] if word[1].lower() in ME else ways
        reason = None if ways else _stranger(word[1], people, line[stop:end])
        if not ways and reason is None:
            break
        unknown += [reason] if reason else []
        mentions.append(f"<@{ways[0][1]}>" if ways else NOBODY)
        stop = end + len(ways[0][0] if ways else word[1])
        end = stop + len(AND.match(line, stop)[0])  # type: ignore[index]
    if found and (group := GROUP.match(line, end)):
        unknown.append(Unnamed(group[0]))
        return " ".join((line[:behind].rstrip(), *mentions, NOBODY, line[group.end() :]))
    if mentions and found and line[stop:end].strip().isalpha():  # "with priya and the caterer"
        return " ".join((line[: found.start()], *mentions, found[0].strip(), line[end:]))
    return " ".join((line[:behind].rstrip(), *mentions, line[stop:])) if mentions else line


def _stranger(word: str, people: Mapping[str, Person], before: str) -> UnknownPerson | None:
    """A word that is meant for a name: a slip of one, or beside others with a capital or behind `and`."""
    reason = nobody(word, people)
    beside = bool(before.strip()) and (word[0].isupper() or before.strip().isalpha())
    meant = looks_like_name(word.title()) and (reason.nearest or beside)
    return reason if meant else None


def _fitting(word: re.Match[str], people: Mapping[str, Person]) -> list[tuple[str, str]]:
    """Two words or the first of them, each with the user id of the one whom it names."""
    return [(way, users[0]) for way in (word[0], word[1]) if len(users := called(way, people)) == 1]


def reader(ctx: Context) -> Reader:
    """The project's zone decides."""
    return Reader(ctx.now, ctx.project.zone, ctx.languages)


def incomplete(
    ctx: Context, wrong: Misfilled, fields: Mapping[str, Any], number: int, texts: Texts
) -> Message:
    """All that keeps it from being planned, or the one of `number` from being moved; `fields` of Sketch."""

    def value(**known: Any) -> str:
        return f"{ctx.project.id}:{number}:{keep(ctx, {**fields, **known})}"

    unplaced = wrong.reasons.get("place")
    if isinstance(unplaced, Unplaced) and len(wrong.reasons) == 1:
        return _almost(ctx, unplaced.words, fields, value, texts)
    buttons = [ui.button(texts.meeting_open_form(), action=PLAN, value=value(), style="primary")]
    for reason in wrong.reasons.values():
        for place, reading in enumerate(reason.readings[:READINGS] if isinstance(reason, Ambiguous) else ()):
            label = reading_text(reading, ctx.today, texts.language)
            meant = value(**moment(reading).known)
            buttons.append(ui.button(label, action=f"{READING}/{place}", value=meant))
    return sentence("\n".join(lines_of(wrong, fields, number, texts)), *buttons)


def lines_of(wrong: Misfilled, fields: Mapping[str, Any], number: int, texts: Texts) -> list[str]:
    """What is missing; no time where it is to be found in several days."""
    lines = [texts.meeting_incomplete(new=not number)]
    for reason in wrong.reasons.values():
        if isinstance(reason, Ambiguous):
            lines.append(f"• {texts.meeting_which(reason.phrase, only=len(reason.readings) == 1)}")
        elif not (isinstance(reason, NoTime) and fields.get("until")):
            lines.append(f"• {texts.rejected(reason)}")
    return lines


def _almost(
    ctx: Context, words: str, fields: Mapping[str, Any], value: Callable[..., str], texts: Texts
) -> Message:
    """All but `words`, which the form takes for its place."""
    sketch, name_of = Sketch(**fields), names(ctx.uow, ctx.project.team)
    others = [name_of(user) for user in sketch.people if user != ctx.who.user]
    place = ", ".join(filter(None, (words, sketch.place)))
    return sentence(
        texts.meeting_almost(sketch, others, ctx.today, words),
        ui.button(texts.meeting_plan_it(), action=f"{READING}/all", value=value(), style="primary"),
        ui.button(texts.edit(), action=PLAN, value=value(place=place)),
    )


def keep(ctx: Context, fields: Mapping[str, Any]) -> str:
    """Returns the key under which they are kept, with the message in which they were asked for."""
    content = Sketch(**fields).model_dump(mode="json", include=set(fields))
    content |= {"said": asdict(ctx.said)} if ctx.said else {}
    return dispatch.keep(ctx, ctx.project.channel, content)


def resumed(request: Request, project_id: int, draft: str) -> tuple[Context, dict[str, Any]]:
    """The context in which they were asked for, and the fields under this key as long as they are kept."""
    content = {**(request.uow.pending_requests.get(draft, request.who.user) or {})}
    said = content.pop("said", None)
    ctx = replace(request.of(project_id), said=Source(**said) if said else None)
    return ctx, Sketch.model_validate(content).model_dump(include=set(content))


def refd(value: str) -> tuple[int, int, str]:
    """Project, number (0 for a new meeting) and draft of PLAN's value."""
    project_id, number, draft = value.split(":", 2)
    return int(project_id), int(number), draft
