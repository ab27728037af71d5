"""`/spil reminders`: a form of all preferences, or a word for the commonest."""

from functools import partial

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.errors import UnknownWord
from bot.people import typed_absences
from bot.people import wishes as preferences
from bot.people.hours import contact_hours_of, country_for, preferences_of
from bot.people.preferences import CAN_BE_OFF, Preferences, Profile
from bot.texts import Texts
from handlers.people import preferences_form
from handlers.people.absence_views import NAME
from handlers.people.why_views import SETTINGS
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.names import names
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Open, Reply, Say, say
from handlers.slack.request import Click, Command, Request, Submission
from handlers.slack.subcommands import nearest

WORD = CommandName(
    "reminders", "herinneringen", "How and when you are reminded", "[light | standard | active | off]"
)
PROFILES = {
    "light": Profile.light,
    "licht": Profile.light,
    "standard": Profile.standard,
    "standaard": Profile.standard,
    "active": Profile.active,
    "actief": Profile.active,
}
MOST = 3
"""Absences in Home."""
SWITCHES = {"off": False, "uit": False, "on": True, "aan": True}


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(SETTINGS, partial(pressed, registry))
    registry.submission(preferences_form.FORM, partial(filled_in, registry))


def command(registry: Registry, request: Command) -> Reply:
    word = request.plain(request.text).lower()
    if word in HELP:
        return Say(one_command(registry, WORD, request.texts))
    if not word:
        return Open(_form(registry, request))
    if word in PROFILES:
        return _echo(request, preferences.choose_profile(request.anywhere, PROFILES[word]))
    if word in SWITCHES:
        return _echo(request, preferences.switch(request.anywhere, CAN_BE_OFF, on=SWITCHES[word]))
    raise UnknownWord(word, nearest(word, [*PROFILES, *SWITCHES]), request.typed)


def pressed(registry: Registry, request: Click) -> Reply:
    return Open(_form(registry, request))


def filled_in(registry: Registry, request: Submission) -> Reply:
    before = preferences_of(request.uow, request.who)
    wanted = preferences_form.read(request.fields, before, registry.unused)
    kept = preferences.save(request.anywhere, wanted)
    return _echo(request, kept) if request.channel else Reply()


def home_section(ctx: PersonContext, texts: Texts) -> list[Block]:
    """In Home: how it is, and when the person is away."""
    short = texts.reminders_in_short(preferences_of(ctx.uow, ctx.who))
    mine, name_of = typed_absences.mine(ctx)[:MOST], names(ctx.uow, ctx.who.team)
    away = [texts.away_line(each, ui.clip(name_of(each.deputy), NAME), ctx.own_today) for each in mine]
    return [ui.context("\n".join([short, *([texts.away_list(), *away] if away else [])]))]


def _form(registry: Registry, request: Request) -> View:
    wishes = preferences.to_change(request.anywhere)
    return preferences_form.view(wishes, request.who, request.texts, registry.unused, request.channel)


def _echo(request: Request, kept: Preferences) -> Reply:
    """All of it, and when the next morning message would come."""
    who, contact_hours = request.who, contact_hours_of(request.uow, request.who, request.now)
    next_bundle = local(contact_hours.next_bundle(request.now), who.zone)
    country, today = country_for(kept, who.zone), request.anywhere.own_today
    said = request.texts.reminders_are(kept, country, next_bundle, today)
    return say(said, ui.button(request.texts.change_project(), action=SETTINGS))
