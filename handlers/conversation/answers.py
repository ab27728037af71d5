"""What somebody says of what is theirs, in no words of a command: it is shown with its answers; and that they
meant something else."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from slack_sdk.models.blocks import Block

from bot.action_items.model import Own
from bot.action_items.noun import ACTION_ITEM
from bot.core.calendar import local
from bot.core.context import Context, projects_of
from bot.core.errors import Rejected
from bot.core.events import Event
from bot.core.language import Language
from bot.core.nouns import Noun
from bot.core.project import Project
from bot.core.undo import last_change, undo_of
from bot.dates.due import is_terms
from bot.dates.values import Ambiguous, Unreadable
from bot.home.overview import Mine, own_items
from bot.meetings.model import Meeting
from bot.meetings.notifications import my_meetings
from bot.meetings.noun import MEETING
from bot.people.delegation import read_days
from bot.text.words import STOP_EN, STOP_NL, VERBS, phrases
from handlers.action_items import views
from handlers.digests.listeners import headline_asked
from handlers.help.questions import SILENT
from handlers.home.views import LIST
from handlers.meetings import home as meetings
from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.request import Request
from handlers.slack.subcommands import LONG_AGO, PERSON

WORK = frozenset[str]().union(*VERBS.values())
COMMON = SILENT.union(STOP_EN, STOP_NL) | set(
    "can won don able come coming sorry late later more time extension else someone meeting overleg kan kom "
    "komen niet red haal lukt tijd meer nodig uitstel krijgen ander anders helaas today tomorrow vandaag "
    "morgen heb hebben wil zal no not nee isn van jan feb mar apr may jun jul aug sep oct nov dec".split()
)
"""These name nothing of one's own."""
MOST, MOST_COUNTED, MOST_PROJECTS, WORDS, LONGEST = 5, 100, 10, 20, 200
WORD, NUMBERED = re.compile(r"[^\W_]+"), re.compile(r"\b(?:([am])-?)?(\d{1,6})\b")
LEAD = (
    r"no|nope|sorry|oops|wait|actually|(?:i )?meant?|make (?:it|that)|(?:it|that) should be"
    r"|nee|oeps|wacht|eigenlijk|(?:ik )?bedoel(?:de)?|maak er|(?:dat|het) moet"
)
MEANT = re.compile(
    rf"(?P<lead>(?:(?:{LEAD})\b[\s,.:;!-]*)*)(?:(?:to|for|on|by|naar|voor|op)\s+)?(?P<what>\S.*?)"
    r"(?P<tail>[\s,]+(?:i meant?|instead|bedoel(?:de)? ik|van|zijn))*[\s.!]*",
    re.IGNORECASE,
)
"""`no, I meant Friday`, `nee, vrijdag bedoel ik`."""
JUST_NOW = timedelta(hours=1)
"""So long after a change what is said without a number is about it."""


def of_their_own(request: Request, text: str) -> Message | None:
    """Their meetings and items that have most of these words or, where none is said, that number or that day,
    each with its answers; None where there are none."""
    ctx, said = request.anywhere, WORD.findall(text.lower())[:WORDS]
    words = {word for word in said if len(word) > 2 and word not in COMMON and not word.isdigit()}
    series = {(each.project_id, each.series or each.number): each for each in reversed(my_meetings(ctx))}
    ahead, mine = [*series.values()][::-1], own_items(ctx, Own.owned, MOST_COUNTED).items
    own: list[Meeting | Mine] = [*ahead, *mine]
    scores = [len(words & _about(each)) for each in own]
    best = max(scores, default=0)
    chosen = [each for score, each in zip(scores, own, strict=True) if best and score == best]
    if not best and not words - WORK:
        named = {(letter, int(number)) for letter, number in NUMBERED.findall(text.lower())}
        chosen = [each for each in own if named & _numbers(each)] or _on(request, said, own)
    if not chosen:
        return None
    told, blocks = request.texts.said_about(), list[Block]()
    for each in chosen[:MOST]:
        blocks += _with_answers(request, each)
    return Message(told, [ui.section(told), *blocks])


def _about(own: Meeting | Mine) -> set[str]:
    """The words of its text, but for the verb that many a text begins with."""
    words = WORD.findall((own.title if isinstance(own, Meeting) else own.item.text).lower())
    return {*words[words[0] in WORK :]} if words[1:] else {*words}


def _numbers(own: Meeting | Mine) -> set[tuple[str, int]]:
    """The letter that stands before its number, or may: a number alone is an item's."""
    return (
        {("m", own.number)} if isinstance(own, Meeting) else {("a", own.item.number), ("", own.item.number)}
    )


def _on(request: Request, said: Sequence[str], own: Sequence[Meeting | Mine]) -> list[Meeting | Mine]:
    def day(each: Meeting | Mine) -> date | None:
        return local(each.starts_at, request.who.zone).date() if isinstance(each, Meeting) else each.item.due

    for phrase in phrases(" ".join(said), WORDS):
        with suppress(Unreadable, Ambiguous):
            first, last = read_days(phrase, request.now, request.who)
            return [each for each in own if (on := day(each)) and first <= on <= last]
    return []


def _with_answers(request: Request, own: Meeting | Mine) -> list[Block]:
    texts = request.texts
    if isinstance(own, Meeting):
        return meetings.rows(request.anywhere, [own], texts, said=True)
    item = own.item
    buttons = [
        ui.button(label, action=action, value=item.ref)
        for action, label in ((views.OTHER_DATE, texts.other_date()), (views.NOT_MINE, texts.not_mine()))
    ]
    row = texts.home_row(views.short(item), own.today, own.project.channel)
    return [ui.section(row), ui.actions(views.done_button(item, texts, style=None), *buttons)]


def corrected(request: Request, text: str) -> tuple[str, str, str] | None:
    """The channel, the command and what is typed behind it to give what they changed just now another day or
    owner; None where no such thing is said, or nothing was changed."""
    found = MEANT.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not (found["lead"] or found["tail"]):
        return None
    what, team = found["what"], request.who.team
    person = bool(PERSON.fullmatch(what) or request.uow.people.named(team, what))
    if not person and not is_terms(what, LONG_AGO, "UTC", list(Language)):
        return None
    last, ctx = last_changed(request, ACTION_ITEM, MEETING)
    if last is None or ctx is None or last.what in ("done", "cancelled") or request.now - last.at > JUST_NOW:
        return None
    if last.noun == MEETING.name:
        return None if person else (ctx.project.channel, "meeting", f"move {last.number} {what}")
    if last.what == "due" and not person:
        # What was a slip does not count as a postponement.
        with suppress(Rejected):
            undo_of(ctx, ACTION_ITEM, last.number)
    return ctx.project.channel, "action", f"{'give' if person else 'due'} {last.number} {what}"


def last_changed(request: Request, *nouns: Noun[Any]) -> tuple[Event, Context] | tuple[None, None]:
    """Their own last change to any of these nouns, and the context of its project."""
    contexts = [request.of(project.id) for project in projects_of(request.uow, request.who)]
    changes = [(last, ctx) for ctx in contexts if (last := last_change(ctx, *nouns))]
    return max(changes, key=lambda each: each[0].id, default=(None, None))


def of_all(request: Request, projects: Sequence[Project], text: str) -> Message:
    """The headline of each project's digest, with its list one press away."""
    texts, label = request.texts, request.texts.home_open_list()
    rows: list[Block] = [
        ui.section(
            headline_asked(request.of(each.id), text, texts),
            accessory=ui.button(label, action=LIST, value=str(each.id)),
        )
        for each in projects[:MOST_PROJECTS]
    ]
    more = len(projects) - MOST_PROJECTS
    return Message(texts.home_projects(), [*rows, *([ui.context(texts.and_more(more))] if more > 0 else [])])
