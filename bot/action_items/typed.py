"""Action items as they are typed in one line or a form: read, raised, or shown first what says the same."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from bot.action_items import change
from bot.action_items.change import made
from bot.action_items.dependencies import NotANumber, Terms, with_terms
from bot.action_items.duplicates import likeliest, same_words
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem, ActionItems, revised
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import agreed, check_owner, rule_of
from bot.core.context import Context, Source
from bot.core.errors import Misfilled, Reasons, seen
from bot.core.people import Kind
from bot.core.records import Overtaken, overtaken_since
from bot.dates.arithmetic import recent
from bot.dates.due import Due, coming_days, last_day, split_terms
from bot.dates.due import Terms as When
from bot.dates.rrule import Recurrence
from bot.dates.values import Reading

PREFIX = "twin"
MOST_SINCE = 20
"""Items raised since a look, the newest of which are looked at."""
NUMBER = re.compile(r"\s*(?:[A-Za-z]-)?(\d{1,6})\s*")


@dataclass(frozen=True)
class Raised:
    item: ActionItem
    typed: Due
    """Of the text: what was understood, and what must be said or asked about its date."""
    repetitions: tuple[Recurrence, ...] = ()
    """It comes back in one of these ways, to be asked."""


def read_line(ctx: Context, text: str, said_at: datetime | None = None) -> When:
    """A line that ends with when it is due, starts or comes back; `said_at`: if it was typed earlier."""
    return split_terms(text, said_at or ctx.now, ctx.project.zone, ctx.languages)


def raise_typed(ctx: Context, typed: When, people: Terms) -> Raised:
    """Raise an item from a line as it was read; also when the date is not clear."""
    terms: Terms = {
        **people,
        "text": typed.due.text,
        "due": typed.due.day,
        "starts": typed.starts,
        "repeats": typed.repeats,
    }
    return Raised(change.create(ctx, **terms), typed.due, typed.repetitions)


def offered_days(readings: Sequence[Reading], today: date) -> tuple[date, ...]:
    """The days to choose from: those to come, likeliest first, and what is over only lately."""
    over = (last_day(reading) for reading in readings)
    return tuple(dict.fromkeys((*coming_days(readings, today), *(day for day in over if recent(today, day)))))


def named_first(ctx: Context, text: str) -> tuple[str, str] | None:
    """The user id of the one colleague of the channel with whose name a text begins, and the rest of it: they
    may be meant as its owner: `Priya, call the bank`, `for Priya: call`. None also for two of that name."""
    lead = _FOR.match(text)
    text, ends = (text[lead.end() :], ":") if lead else (text, " ,:")
    people, team = ctx.uow.people, ctx.project.team
    members = people.members(team, ctx.project.channel)
    found = [
        (person.user, text[len(name) :].lstrip(" ,:;–-"))
        for person in people.get_many(team, members).values()
        if not person.gone and person.kind is Kind.member
        for name in dict.fromkeys((person.name, person.name.partition(" ")[0]))
        if text.lower().startswith(name.lower()) and text[len(name) :][:1] in (*ends,)
    ]
    users = {user for user, _rest in found}
    shortest = min(found, key=lambda each: len(each[1]), default=("", ""))
    return shortest if len(users) == 1 and seen(shortest[1]) else None


_FOR = re.compile(r"(?:for|voor) (?=[^:]{1,40}:)", re.IGNORECASE)


def give_named(ctx: Context, number: int, owner: str) -> ActionItem:
    """To the one with whose name its text begins, which goes from there; raise why they cannot own it."""
    check_owner(ctx, owner)
    named = named_first(ctx, change.get(ctx, number).text)
    text = {"text": named[1]} if named and named[0] == owner else {}
    return change.change(ctx, number, "given", lambda item: revised(item, owner=owner, **text))


@dataclass(frozen=True)
class Look:
    """What a look for a text among the open items of a project found."""

    text: str
    number: int | None
    """Of the item that says the same."""
    highest: int
    """Number of the last item that was looked at."""


def look(ctx: Context, known: KnownTexts, text: str) -> Look:
    """Find the open item that says the same as `text`, which has no date; for where nothing is locked."""
    numbers, highest = known.alike(ctx, text)
    texts = ctx.uow.of(ActionItems).open_texts(ctx.project.id, numbers) if numbers else {}
    return Look(text, likeliest(text, texts), highest)


def twin(ctx: Context, looked: Look) -> ActionItem | None:
    """The item that was found, if it is still open, or one of the same words that was raised since."""
    items = ctx.uow.of(ActionItems)
    if looked.number is not None:
        found = items.get(ctx.project.id, looked.number)
        if found is not None and found.open:
            return found
    since = items.open_texts_after(ctx.project.id, looked.highest, MOST_SINCE)
    number = next((number for number, text in since.items() if same_words(text, looked.text)), None)
    return items.get(ctx.project.id, number) if number is not None else None


def put_by(ctx: Context, *, text: str, people: Terms) -> str:
    """Keep what was typed until it is raised anyway or dropped; returns its key, the same for the same."""
    key = hashlib.sha256(f"{text}{sorted(people.items())}".encode()).hexdigest()[:12]
    content = {"text": text, "people": dict(people), "at": ctx.now.isoformat()}
    if ctx.said is not None:
        content["said"] = {"message": ctx.said.message, "link": ctx.said.link}
    ctx.uow.pending_requests.put(_draft(ctx, key), ctx.who.user, content, ctx.now)
    return key


def raise_anyway(ctx: Context, key: str) -> Raised | None:
    """Once, with its date as it was meant when it was typed; None when that was done or dropped before."""
    draft = _draft(ctx, key)
    content = ctx.uow.pending_requests.get(draft, ctx.who.user)
    if content is None or not ctx.uow.claim_key(f"{draft}:{content['at']}", ctx.now):
        return None
    ctx = replace(ctx, said=Source(**content["said"]) if "said" in content else None)
    typed = read_line(ctx, content["text"], datetime.fromisoformat(content["at"]))
    raised = raise_typed(ctx, typed, content["people"])
    ctx.uow.pending_requests.remove(draft)
    return raised


def never_mind(ctx: Context, key: str) -> None:
    ctx.uow.pending_requests.remove(_draft(ctx, key))


def _draft(ctx: Context, key: str) -> str:
    return f"{PREFIX}:{ctx.project.id}:{ctx.who.user}:{key}"


@dataclass(frozen=True)
class Alike:
    """An open item says the same: nothing was raised, and who filled in the form must see it first."""

    item: ActionItem


def raise_filled(
    ctx: Context, typed: Mapping[str, Any], looked: Look, seen: int | None = None
) -> ActionItem | Alike:
    """`looked`: for its text; `seen`: the open item that they saw and that is another. Raise Misfilled."""
    terms = _terms(ctx, typed, None)
    there = twin(ctx, looked)
    if there is not None and there.number != seen:
        return Alike(there)
    item = change.create(ctx, **terms)
    made(ctx, item)
    return item


def change_filled(
    ctx: Context, number: int, version: int, typed: Mapping[str, Any]
) -> ActionItem | Overtaken[ActionItem]:
    """All at once, `version` being the one that the form showed. Raise Misfilled with all that is wrong."""
    before = change.get(ctx, number)
    overtaken = overtaken_since(ctx, ACTION_ITEM, before, version)
    if overtaken is not None:
        return overtaken
    terms = _terms(ctx, typed, before)
    because = change.checked_reason(typed.get("postponed_because", ""))

    def revise(item: ActionItem) -> ActionItem:
        revised = with_terms(item, terms)
        postponed = revised.times_postponed > item.times_postponed
        return revised.evolve(postponed_because=because or None) if postponed else revised

    return change.change(ctx, number, "edited", revise)


def _terms(ctx: Context, typed: Mapping[str, Any], item: ActionItem | None) -> Terms:
    """The terms that were typed, read and agreed on."""
    reasons = Reasons()
    terms = {name: value for name, value in typed.items() if name in Terms.__annotations__}

    def rule(phrase: str) -> str | None:
        return rule_of(ctx, phrase, item.repeats if item else None) if phrase else None

    for field, read in (("waits_for", _number), ("repeats", rule)):
        terms[field] = None
        with reasons.of(field):
            terms[field] = read(typed.get(field, "").strip())
    try:
        agreed_on = agreed(ctx, cast(Terms, terms), item)
    except Misfilled as wrong:
        raise Misfilled({**wrong.reasons, **reasons}) from wrong
    reasons.tell()
    return agreed_on


def _number(typed: str) -> int | None:
    """12 of `A-12`; None for nothing. Raise NotANumber."""
    found = NUMBER.fullmatch(typed)
    if found is None and typed:
        raise NotANumber(typed)
    return int(found[1]) if found else None
