"""The form of how a person wants to be reminded, and what was filled in read back."""

import json
from collections.abc import Collection, Sequence

from slack_sdk.models.blocks import Block, InputBlock, InputInteractiveElement, Option
from slack_sdk.models.views import View

from bot.core.errors import NoWorkingDays, Reasons
from bot.core.holidays import COUNTRIES, country_of
from bot.core.language import Language
from bot.core.people import Person
from bot.people.no_meetings import blocks_in, read_blocks
from bot.people.preferences import BY_ZONE, CAN_BE_OFF, Preferences, Profile, Rule
from bot.text.formats import length
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.request import Fields

FORM = "reminders.form"
NONE = "none"
"""Instead of a country: an option's value cannot be empty."""
WEEK = range(7)
BETWEEN = (0, 5, 10, 15, 30)
"""Minutes."""


def view(wishes: Preferences, who: Person, texts: Texts, unused: Collection[Rule], channel: str) -> View:
    """Without rules that are `unused`. `channel`: where to answer; empty in Home, which shows the change."""
    return ui.modal(
        texts.reminder_settings(),
        _blocks(wishes, who, texts, unused),
        callback=FORM,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({"channel": channel}),
    )


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
    between = [ui.option(length(each, texts.language) or "0 min", str(each)) for each in BETWEEN]
    return [
        _field(texts, "profile", ui.choice(_profiles(texts), initial=wishes.profile)),
        _field(texts, "working_days", ui.ticks(days, initial=list(map(str, wishes.working_days)))),
        _field(texts, "morning", ui.time_input(wishes.morning)),
        _field(texts, "quiet_from", ui.time_input(wishes.quiet_from)),
        _field(texts, "quiet_until", ui.time_input(wishes.quiet_until)),
        _field(texts, "country", ui.choice(_countries(wishes, who, texts), initial=wishes.country or NONE)),
        _field(texts, "no_meetings", ui.text_input(initial=blocks, limit=200), optional=True),
        _field(texts, "between_meetings", ui.choice(between, initial=str(wishes.between_meetings))),
        _field(texts, "rules", ui.ticks(rules, initial=on), optional=True),
    ]


def _field(
    texts: Texts, name: str, element: InputInteractiveElement, *, optional: bool = False
) -> InputBlock:
    return ui.field(
        texts.reminder_field(name),
        element,
        block_id=name,
        hint=texts.reminder_hint(name),
        optional=optional,
    )


def _profiles(texts: Texts) -> list[Option]:
    return [ui.option(texts.profile_name(profile), profile) for profile in Profile]


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
