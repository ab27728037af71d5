"""`/spil away 22 dec – 2 jan, deputy @colleague`: what was typed, what is pressed after it, who hears it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from slack_sdk.models.blocks import Block

from bot.core.calendar import local
from bot.core.context import people_of, projects_of
from bot.core.jobs import Notice
from bot.core.nouns import NameOf
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.dates.reader import is_part_of_day
from bot.dates.values import Ambiguous, Reading, Unreadable
from bot.people import delegation
from bot.people.delegation import Taken
from bot.people.errors import NoDays, OneDeputy
from bot.people.hours import absences_of
from bot.people.matching import person_named
from bot.people.preferences import Absence, Absences, Rule
from bot.text.words import phrases
from bot.texts import Texts
from handlers.people.why import with_why
from handlers.slack import ui
from handlers.slack.help import HELP
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import GROUP, MENTION, Click, Command, Request, names

WORD = CommandName(
    "away",
    "afwezig",
    "Say when you are away and who stands in",
    "[22 dec – 2 jan, deputy @colleague]",
    also=("weg", "absent"),
)
NONE = (
    *("none", "no", "not", "never", "nothing", "back", "i'm back", "off", "cancel", "remove", "delete"),
    *("geen", "niet", "nooit", "niets", "nee", "terug", "ik ben terug", "uit", "annuleer", "verwijder"),
)
STANDS_IN = (
    r"(?:(?:with|met|en|and)\s*)?(?:deputy|vervanger|vervangster|plaatsvervanger|waarnemer|stand-in)\b"
)
DEPUTY = re.compile(
    rf"(?<![\s,;])[\s,;]*(?:(?:{STANDS_IN}(?:\s*(?:is|:))?\s*)?(?:{MENTION.pattern}|@(?P<name>[^\s,;@<]+))"
    rf"|{STANDS_IN}(?:\s*(?:is|:))?\s+(?P<called>[^\W\d_][^\s,;@<]*))",
    re.IGNORECASE,
)
READING = "away.reading"
UNDO = "away.undo"
REMOVE = "away.remove"
PUT_BACK = "away.put_back"
ASKS_WHO = re.compile(r"(?:who|wie)\b")
MOST_WORDS, AHEAD = 12, timedelta(days=13)
MOST, NAME = 10, 40
"""Absences in a list, and characters of a name in it."""


def register(registry: Registry) -> None:
    registry.command(WORD, command)
    registry.click(READING, reading_chosen)
    registry.click(UNDO, undone)
    registry.click(REMOVE, removed)
    registry.click(PUT_BACK, put_back)
    registry.notice(delegation.NAMED, with_why(named, Rule.deputy))


def command(request: Command) -> Reply:
    said = request.text.lower().strip(" .!")
    if said in ("", "list", "lijst", *HELP):
        return Say(_list(request, request.typed))
    if said in NONE:
        return Say(_there_again(request))
    if ASKS_WHO.match(said):
        return Say(_who(request, said))
    deputy, phrase = _deputy_and_days(request)
    try:
        first, last = delegation.read_days(phrase, request.now, request.who)
    except Unreadable:
        raise NoDays(phrase, request.typed) from None
    except Ambiguous as several:
        return Say(which(several.readings, deputy, request.texts, request.anywhere.own_today))
    if first == last and is_part_of_day(phrase):
        whole = which([Reading(first, last)], deputy, request.texts, request.anywhere.own_today, whole=True)
        return Say(whole)
    return Say(_taken(request, first, last, deputy, request.typed))


def _who(request: Command, said: str) -> Message:
    """Who of their projects is away: on the days that are named, else in the two weeks to come."""
    ctx = request.anywhere
    days = (ctx.own_today, ctx.own_today + AHEAD)
    for phrase in phrases(said, MOST_WORDS):
        with suppress(Unreadable, Ambiguous):
            days = delegation.read_days(phrase, ctx.now, ctx.who)
            break
    people = {user for each in projects_of(ctx.uow, ctx.who) for user in people_of(ctx.uow, each)}
    away = absences_of(ctx.uow, ctx.who.team, people, days[0])
    name_of = names(ctx.uow, ctx.who.team, people)
    told = [(name_of(each.user), each) for each in away if each.first <= days[1]]
    return sentence(request.texts.away_who(*days, told[:MOST], ctx.own_today))


def _deputy_and_days(request: Command) -> tuple[str | None, str]:
    """One colleague at most, and the rest of what was typed."""
    if GROUP.search(request.text):
        raise OneDeputy
    found = list(DEPUTY.finditer(request.text))
    if len(found) > 1:
        raise OneDeputy
    rest = request.plain(DEPUTY.sub(" ", request.text)).strip(" ,;.")
    if not found:
        return None, rest
    named = found[0]["name"] or found[0]["called"]
    if named:
        return person_named(request.uow, request.who.team, named, request.channel), rest
    return found[0][1], rest


def _taken(request: Request, first: date, last: date, deputy: str | None, typed: str) -> Message:
    taken = delegation.go_away(request.anywhere, first, last, deputy)
    name_of, today = names(request.uow, request.who.team), request.anywhere.own_today
    return told(taken, name_of, request.texts, typed, today)


def _list(request: Request, typed: str) -> Message:
    mine, entrusted = delegation.mine(request.anywhere), delegation.entrusted_to(request.anywhere)
    name_of, today = names(request.uow, request.who.team), request.anywhere.own_today
    return listing(mine, entrusted, name_of, request.texts, typed, today)


def _there_again(request: Command) -> Message:
    """`none`: of all their days away, with one button that puts them back."""
    absences = delegation.mine(request.anywhere)
    if not absences:
        return _list(request, request.typed)
    for absence in absences:
        delegation.take_back(request.anywhere, absence)
    return there_again(absences, request.texts, request.anywhere.own_today)


def put_back(request: Click) -> Reply:
    for each in request.value.split("+"):
        chosen = absence_of(each, request.who)
        delegation.go_away(request.anywhere, chosen.first, chosen.last, chosen.deputy)
    return Replace(_list(request, _words(request)))


def reading_chosen(request: Click) -> Reply:
    chosen = absence_of(request.value, request.who)
    return Replace(_taken(request, chosen.first, chosen.last, chosen.deputy, _words(request)))


def undone(request: Click) -> Reply:
    absence, *again = (absence_of(each, request.who) for each in request.value.split("+"))
    delegation.take_back(request.anywhere, absence, again)
    return Replace(sentence(request.texts.away_undone(absence, again, request.anywhere.own_today)))


def removed(request: Click) -> Reply:
    absence = absence_of(request.value, request.who)
    delegation.take_back(request.anywhere, absence)
    return Replace(_list(request, _words(request)))


def _words(request: Request) -> str:
    """The whole command, where none was typed."""
    return f"/spil {WORD.in_language(request.texts.language)}"


def ref(absence: Absence) -> str:
    """All of it but whose it is: that is whoever presses."""
    return f"{absence.first}~{absence.last}~{absence.id}~{absence.deputy or ''}"


def absence_of(value: str, who: Person) -> Absence:
    first, last, absence_id, deputy = value.split("~")
    return Absence(
        id=int(absence_id),
        team=who.team,
        user=who.user,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        deputy=deputy or None,
    )


def told(taken: Taken, name_of: NameOf, texts: Texts, command: str, today: date) -> Message:
    """The days and the deputy, and where they cannot help; or how to name one."""
    absence, deputy = taken.absence, name_of(taken.absence.deputy)
    lines = [texts.away_taken(absence, taken.replaced, deputy, today)]
    lines += [
        texts.away_elsewhere(deputy, each.project.channel, name_of(each.manager)) for each in taken.elsewhere
    ]
    if taken.deputy_away:
        lines.append(texts.away_deputy_away(deputy, taken.deputy_away, today))
    value = "+".join(map(ref, (absence, *taken.replaced)))
    undo = ui.button(texts.undo(), action=UNDO, value=value)
    hint = [] if deputy else [ui.context(texts.away_no_deputy(command, absence, today))]
    told = "\n".join(lines)
    return Message(told, [ui.section(told), *hint, ui.actions(undo)])


def there_again(absences: Sequence[Absence], texts: Texts, today: date) -> Message:
    told = texts.away_no_more(absences, today)
    value = "+".join(map(ref, absences[:MOST]))
    return sentence(told, ui.button(texts.undo(), action=PUT_BACK, value=value))


def which(
    readings: Sequence[Reading], deputy: str | None, texts: Texts, today: date, *, whole: bool = False
) -> Message:
    """Ask which days were meant; `whole`: or whether all of a day is."""
    buttons = []
    for number, reading in enumerate(readings[:5]):
        first, last = reading.start, reading.end
        assert first is not None and last is not None
        value = f"{first}~{last}~0~{deputy or ''}"
        label = texts.away_days(first, last, today)
        buttons.append(ui.button(label, action=f"{READING}/{number}", value=value))
    return sentence(texts.away_whole() if whole else texts.away_which(), *buttons)


def listing(
    mine: Sequence[Absence],
    entrusted: Sequence[Absence],
    name_of: NameOf,
    texts: Texts,
    command: str,
    today: date,
) -> Message:
    title = f"*{texts.away_list()}*" if mine else texts.away_none()
    blocks: list[Block] = [ui.section(title)]
    for absence in mine[:MOST]:
        line = texts.away_line(absence, ui.clip(name_of(absence.deputy), NAME), today)
        remove = ui.button(texts.away_remove(), action=REMOVE, value=ref(absence))
        blocks.append(ui.section(line, accessory=remove))
    for each in entrusted[:MOST]:
        blocks.append(ui.context(texts.away_entrusted(each, ui.clip(name_of(each.user), NAME), today)))
    return Message(title, [*blocks, ui.context(texts.away_help(command))])


def named(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who was named; what is not so any more says so where it stands, and is not sent anew."""
    about, absence = notice.about, uow.of(Absences).get(notice.about["absence"])
    first, last = (date.fromisoformat(about[each]) for each in ("first", "last"))
    name = names(uow, notice.team)(about["user"])
    holds = absence is not None and (absence.user, absence.first, absence.last, absence.deputy) == (
        about["user"],
        first,
        last,
        notice.to,
    )
    if not holds and uow.sent_messages.get(notice.key) is None:
        return None
    say = texts.away_named if holds else texts.away_named_no_more
    reader = uow.people.get(notice.team, notice.to)
    return sentence(say(name, first, last, local(now, reader.zone if reader else "UTC").date()))
