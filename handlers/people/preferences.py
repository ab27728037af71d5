"""`/spil reminders`: a form of all preferences, or a word for the commonest."""

import json
from collections.abc import Collection, Sequence
from functools import partial

from slack_sdk.models.blocks import Block, InputBlock, InputInteractiveElement, Option
from slack_sdk.models.views import View

from bot.core.calendar import COUNTRIES, country_of, local
from bot.core.context import PersonContext
from bot.core.errors import NothingToUndo, NoWorkingDays, Reasons, UnknownWord
from bot.core.language import Language
from bot.core.people import Person
from bot.people import delegation, hours
from bot.people.preferences import BY_ZONE, CAN_BE_OFF, Preferences, Profile, Rule, blocks_in, read_blocks
from bot.text.formats import length
from bot.texts import Texts
from handlers.people.absence import NAME
from handlers.people.why import SETTINGS
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Open, Replace, Reply, Say, say, sentence
from handlers.slack.request import Click, Command, Fields, Request, Submission, names
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
FORM, UNDO = "reminders.form", "reminders.undo"
NONE = "none"
"""Instead of a country: an option's value cannot be empty."""
WEEK = range(7)
BETWEEN = (0, 5, 10, 15, 30)
"""Minutes."""


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(SETTINGS, partial(pressed, registry))
    registry.submission(FORM, partial(filled_in, registry))
    registry.click(UNDO, undone)


def command(registry: Registry, request: Command) -> Reply:
    word = request.plain(request.text).lower()
    if word in HELP:
        return Say(one_command(registry, WORD, request.texts))
    if not word:
        return Open(_form(registry, request))
    before = hours.preferences_of(request.uow, request.who)
    if word in PROFILES:
        return _echo(request, before, hours.choose_profile(request.anywhere, PROFILES[word]))
    if word in SWITCHES:
        return _echo(request, before, hours.switch(request.anywhere, CAN_BE_OFF, on=SWITCHES[word]))
    raise UnknownWord(word, nearest(word, [*PROFILES, *SWITCHES]), request.typed)


def pressed(registry: Registry, request: Click) -> Reply:
    return Open(_form(registry, request))


def filled_in(registry: Registry, request: Submission) -> Reply:
    before = hours.preferences_of(request.uow, request.who)
    wanted = read(request.fields, before, registry.unused)
    kept = hours.save(request.anywhere, wanted)
    return _echo(request, before, kept) if request.channel else Reply()


def undone(request: Click) -> Reply:
    """Back to what was before, unless that was changed again since."""
    before, kept = json.loads(request.value)
    current = hours.preferences_of(request.uow, request.who)
    if not kept.items() <= current.model_dump(mode="json").items():
        raise NothingToUndo
    whose = {"team": current.team, "user": current.user}
    hours.save(request.anywhere, Preferences.model_validate({**current.model_dump(), **before, **whose}))
    return Replace(sentence(request.texts.reminders_undone()))


def _changed(before: Preferences, kept: Preferences) -> list[dict[str, object]]:
    """What differs, as it was and as it is."""
    was, now = (each.model_dump(mode="json", exclude={"team", "user"}) for each in (before, kept))
    names = [name for name in was if was[name] != now[name]]
    return [{name: each[name] for name in names} for each in (was, now)]


def home_section(ctx: PersonContext, texts: Texts) -> list[Block]:
    """In Home: how it is, and when the person is away."""
    short = texts.reminders_in_short(hours.preferences_of(ctx.uow, ctx.who))
    mine, name_of = delegation.mine(ctx)[:MOST], names(ctx.uow, ctx.who.team)
    away = [texts.away_line(each, ui.clip(name_of(each.deputy), NAME), ctx.own_today) for each in mine]
    return [ui.context("\n".join([short, *([texts.away_list(), *away] if away else [])]))]


def _form(registry: Registry, request: Request) -> View:
    wishes = hours.to_change(request.anywhere)
    return view(wishes, request.who, request.texts, registry.unused, request.channel)


def _echo(request: Request, before: Preferences, kept: Preferences) -> Reply:
    """All of it, and when the next morning message would come."""
    who, contact_hours = request.who, hours.contact_hours_of(request.uow, request.who, request.now)
    next_bundle = local(contact_hours.next_bundle(request.now), who.zone)
    country, today = hours.country_for(kept, who.zone), request.anywhere.own_today
    said = request.texts.reminders_are(kept, country, next_bundle, today)
    changed = _changed(before, kept)
    value = json.dumps(changed, ensure_ascii=False)  # a button holds 2,000 characters
    undo = [ui.button(request.texts.undo(), action=UNDO, value=value)] if any(changed) else []
    return say(said, *undo, ui.button(request.texts.change_project(), action=SETTINGS))


def view(wishes: Preferences, who: Person, texts: Texts, unused: Collection[Rule], channel: str) -> View:
    """Without rules that are `unused`. `channel`: where to answer; empty in Home, which shows the change."""
    blocks, about = _blocks(wishes, who, texts, unused), {"channel": channel}
    return ui.form(texts, texts.reminder_settings(), blocks, callback=FORM, about=about)


def read(fields: Fields, before: Preferences, unused: Collection[Rule]) -> Preferences:
    """Read what was filled in, rules that are `unused` as they were; raise Misfilled."""
    days = sorted(map(int, fields.many("working_days")))
    reasons, blocks = Reasons(), []
    with reasons.of("working_days"):
        if not days:
            raise NoWorkingDays
    with reasons.of("no_meetings"):
        blocks = read_blocks(fields.text("no_meetings") or "")
    reasons.tell()
    on = {*fields.many("rules"), *(rule for rule in unused if before.wants(rule))}
    country = fields.text("country") or before.country
    return Preferences(
        team=before.team,
        user=before.user,
        profile=Profile(fields.text("profile") or before.profile),
        working_days=days,
        morning=fields.time("morning") or before.morning,
        quiet_from=fields.time("quiet_from") or before.quiet_from,
        quiet_until=fields.time("quiet_until") or before.quiet_until,
        country="" if country == NONE else country,
        no_meetings=blocks_in(blocks, Language.en),
        between_meetings=int(fields.text("between_meetings") or before.between_meetings),
        off=[rule for rule in CAN_BE_OFF if rule not in on],
    )


def _blocks(wishes: Preferences, who: Person, texts: Texts, unused: Collection[Rule]) -> Sequence[Block]:
    """One input for each field, under the field's own name."""
    known = [rule for rule in CAN_BE_OFF if rule not in unused]
    rules = [ui.option(_capital(texts.rule_name(rule)), rule) for rule in known]
    on = [rule for rule in known if wishes.wants(rule)]
    days = [ui.option(texts.weekday_name(day), str(day)) for day in WEEK]
    blocks = blocks_in(read_blocks(wishes.no_meetings), texts.language)
    profiles = [ui.option(texts.profile_name(each), each) for each in Profile]
    between = [ui.option(length(each, texts.language) or "0 min", str(each)) for each in BETWEEN]
    return [
        _field(texts, "profile", ui.choice(profiles, initial=wishes.profile)),
        _field(texts, "working_days", ui.ticks(days, initial=list(map(str, wishes.working_days)))),
        _field(texts, "morning", ui.time_input(wishes.morning)),
        _field(texts, "quiet_from", ui.time_input(wishes.quiet_from)),
        _field(texts, "quiet_until", ui.time_input(wishes.quiet_until)),
        _field(texts, "country", ui.choice(_countries(wishes, who, texts), initial=wishes.country or NONE)),
        _field(texts, "no_meetings", ui.text_input(initial=blocks, limit=200), optional=True),
        _field(texts, "between_meetings", ui.choice(between, initial=str(wishes.between_meetings))),
        _field(texts, "rules", ui.ticks(rules, initial=on), optional=True),
    ]


def _field(texts: Texts, name: str, widget: InputInteractiveElement, *, optional: bool = False) -> InputBlock:
    return ui.field(
        texts.reminder_field(name),
        widget,
        block_id=name,
        hint=texts.reminder_hint(name),
        optional=optional,
    )


def _countries(wishes: Preferences, who: Person, texts: Texts) -> list[Option]:
    """That of the person's zone, none, and the others by name."""
    codes = {*COUNTRIES, *({wishes.country} - {BY_ZONE, ""})}
    named = sorted((texts.country_name(code), code) for code in codes)
    return [
        ui.option(texts.country_by_zone(country_of(who.zone)), BY_ZONE),
        ui.option(texts.country_name(""), NONE),
        *(ui.option(name, code) for name, code in named),
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
