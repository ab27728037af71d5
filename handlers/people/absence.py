"""`/spil away 22 dec – 2 jan, deputy @colleague`: what was typed, and what is pressed after it."""

import re
from datetime import date

from bot.dates.values import Ambiguous, Unreadable
from bot.people import typed_absences
from bot.people.errors import NoDays, OneDeputy
from bot.people.matching import person_named
from handlers.people import absence_views as views
from handlers.slack.help import HELP
from handlers.slack.names import names
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import GROUP, MENTION, Click, Command, Request

WORD = CommandName(
    "away",
    "afwezig",
    "Say when you are away and who stands in",
    "[22 dec – 2 jan, deputy @colleague]",
    also=("weg", "absent"),
)
NONE = ("none", "no", "not", "never", "nothing", "back", "geen", "niet", "nooit", "niets", "nee", "terug")
STANDS_IN = (
    r"(?:(?:with|met|en|and)\s*)?(?:deputy|vervanger|vervangster|plaatsvervanger|waarnemer|stand-in)\b"
)
DEPUTY = re.compile(
    rf"(?<![\s,;])[\s,;]*(?:{STANDS_IN}(?:\s*(?:is|:))?\s*)?(?:{MENTION.pattern}|@(?P<name>[^\s,;@<]+))",
    re.IGNORECASE,
)


def register(registry: Registry) -> None:
    registry.command(WORD, command)
    registry.click(views.READING, reading_chosen)
    registry.click(views.UNDO, undone)
    registry.click(views.REMOVE, removed)
    registry.click(views.PUT_BACK, put_back)


def command(request: Command) -> Reply:
    said = request.text.lower().strip(" .!")
    if said in ("", "list", "lijst", *HELP):
        return Say(_list(request, request.typed))
    if said in NONE:
        return Say(_there_again(request))
    deputy, phrase = _deputy_and_days(request)
    try:
        first, last = typed_absences.read_days(phrase, request.now, request.who)
    except Unreadable:
        raise NoDays(phrase, request.typed) from None
    except Ambiguous as several:
        return Say(views.which(several.readings, deputy, request.texts, request.anywhere.own_today))
    return Say(_taken(request, first, last, deputy, request.typed))


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
    named = found[0]["name"]
    if named:
        return person_named(request.uow, request.who.team, named), rest
    return found[0][1], rest


def _taken(request: Request, first: date, last: date, deputy: str | None, typed: str) -> Message:
    taken = typed_absences.go_away(request.anywhere, first, last, deputy)
    name_of, today = names(request.uow, request.who.team), request.anywhere.own_today
    return views.taken(taken, name_of, request.texts, typed, today)


def _list(request: Request, typed: str) -> Message:
    mine, entrusted = typed_absences.mine(request.anywhere), typed_absences.entrusted_to(request.anywhere)
    name_of, today = names(request.uow, request.who.team), request.anywhere.own_today
    return views.listing(mine, entrusted, name_of, request.texts, typed, today)


def _there_again(request: Command) -> Message:
    """`none`: of all their days away, with one button that puts them back."""
    absences = typed_absences.mine(request.anywhere)
    if not absences:
        return _list(request, request.typed)
    for absence in absences:
        typed_absences.take_back(request.anywhere, absence)
    return views.there_again(absences, request.texts, request.anywhere.own_today)


def put_back(request: Click) -> Reply:
    for each in request.value.split("+"):
        chosen = views.absence_of(each, request.who)
        typed_absences.go_away(request.anywhere, chosen.first, chosen.last, chosen.deputy)
    return Replace(_list(request, _words(request)))


def reading_chosen(request: Click) -> Reply:
    chosen = views.absence_of(request.value, request.who)
    return Replace(_taken(request, chosen.first, chosen.last, chosen.deputy, _words(request)))


def undone(request: Click) -> Reply:
    absence, *again = (views.absence_of(each, request.who) for each in request.value.split("+"))
    typed_absences.take_back(request.anywhere, absence, again)
    return Replace(views.undone(absence, again, request.texts, request.anywhere.own_today))


def removed(request: Click) -> Reply:
    absence = views.absence_of(request.value, request.who)
    typed_absences.take_back(request.anywhere, absence)
    return Replace(_list(request, _words(request)))


def _words(request: Request) -> str:
    """The whole command, where none was typed."""
    return f"/spil {WORD.in_language(request.texts.language)}"
