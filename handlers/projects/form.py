"""The form of a project: its fields, and what was filled in read back."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import Any

from slack_sdk.models.blocks import Block, InputBlock, InputInteractiveElement, Option

from bot.core.calendar import find_zone
from bot.core.errors import NoName, NoWorkingDays, Reasons
from bot.core.language import Language
from bot.core.project import NAME_LIMIT, ProjectSettings
from bot.projects import fields as project_fields
from bot.projects.field_text import days_written, kinds_of_notes
from bot.projects.text import LANGUAGE_NAMES
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.request import Fields

RETENTIONS = (90, 365, 730, 1825, 2555, 3650)
"""Days."""
NO_DIGEST = "none"
MODEL, TEMPLATE, ON = "language_model", "minutes_template", "on"
WEEK = range(7)
MINUTES = ("minutes_to_all", "chair_checks", "minutes_canvas")


def basics(settings: ProjectSettings, texts: Texts) -> Sequence[Block]:
    """One input for each field that a new project asks for, under the field's own name."""
    languages = [ui.option(name, language) for language, name in LANGUAGE_NAMES.items()]
    days = [*_weekdays(texts), ui.option(texts.no_digest(), NO_DIGEST)]
    digest_day = NO_DIGEST if settings.digest_day is None else str(settings.digest_day)
    return [
        _field(texts, "name", ui.text_input(initial=settings.name, limit=NAME_LIMIT)),
        _field(texts, "manager", ui.person_input(settings.manager)),
        _field(texts, "sponsor", ui.person_input(settings.sponsor), optional=True),
        _field(texts, "language", ui.choice(languages, initial=settings.language)),
        _field(texts, "digest_day", ui.choice(days, initial=digest_day)),
    ]


def more(settings: ProjectSettings, texts: Texts, model_host: str = "") -> Sequence[Block]:
    """The other fields, which are set otherwise by few; a language model only where there is one."""
    return [
        _field(texts, "zone", ui.text_input(initial=settings.zone, limit=NAME_LIMIT)),
        _field(
            texts,
            "working_days",
            ui.ticks(_weekdays(texts), initial=[str(day) for day in settings.working_days]),
        ),
        _field(texts, "day_start", ui.time_input(settings.day_start)),
        _field(texts, "day_end", ui.time_input(settings.day_end)),
        _field(texts, "digest_time", ui.time_input(settings.digest_time)),
        _field(
            texts,
            "retention_days",
            ui.choice(_retentions(settings, texts), initial=str(settings.retention_days)),
        ),
        _field(texts, "ladder", ui.text_input(initial=", ".join(map(str, settings.ladder)), limit=20)),
        _field(texts, "most_postponements", ui.text_input(initial=str(settings.most_postponements), limit=4)),
        _field(
            texts,
            "minutes_days",
            ui.text_input(initial=str(settings.minutes_days or ""), limit=4),
            optional=True,
        ),
        _field(
            texts,
            "pin",
            ui.text_input(initial=settings.pin and f":{settings.pin}:", limit=104),
            optional=True,
        ),
        _field(
            texts,
            "notes_asked",
            ui.ticks(
                [ui.option(label, kind) for kind, label in kinds_of_notes(texts.language).items()],
                initial=settings.notes_asked,
            ),
            optional=True,
        ),
        _field(
            texts,
            "minutes",
            ui.ticks(
                [ui.option(texts.project_minutes(name), name) for name in MINUTES],
                initial=[name for name in MINUTES if getattr(settings, name)],
            ),
            optional=True,
        ),
        _field(
            texts,
            "days_off",
            ui.text_input(initial="\n".join(days_written(settings.days_off, texts.language)), multiline=True),
            optional=True,
        ),
        *([_template(settings, texts)] if settings.minutes_template else []),
        *([_language_model(settings, texts, model_host)] if model_host else []),
    ]


def _template(settings: ProjectSettings, texts: Texts) -> InputBlock:
    """It is given as a file, and only kept or not here."""
    ticks = ui.ticks([ui.option(settings.minutes_template, ON)], initial=[ON])
    return _field(texts, TEMPLATE, ticks, optional=True)


def _language_model(settings: ProjectSettings, texts: Texts, host: str) -> InputBlock:
    on = [ui.option(texts.language_model_on(), ON)]
    ticks = ui.ticks(on, initial=[ON] if settings.language_model else [])
    return ui.field(
        texts.project_field(MODEL), ticks, block_id=MODEL, hint=texts.language_model_hint(host), optional=True
    )


def typed_so_far(fields: Fields, settings: ProjectSettings) -> ProjectSettings:
    """`settings` with what the basics hold just now, right or wrong."""
    return settings.evolve(**_basics(fields), name=fields.text("name") or "")


def read(fields: Fields, now: datetime, language: Language, settings: ProjectSettings) -> ProjectSettings:
    """`settings` with what was filled in, days off as in that language; raise Misfilled."""
    reasons, name = Reasons(), fields.text("name")
    with reasons.of("name"):
        if name is None:
            raise NoName
    others = _more(fields, reasons, now, language) if "zone" in fields else {}
    reasons.tell()
    return ProjectSettings(**{**dict(settings), **_basics(fields), **others, "name": name})


def _basics(fields: Fields) -> dict[str, Any]:
    digest_day = fields.text("digest_day")
    return {
        "manager": fields.text("manager") or "",
        "sponsor": fields.text("sponsor"),
        "language": Language(fields.text("language") or Language.en),
        "digest_day": int(digest_day) if digest_day and digest_day != NO_DIGEST else None,
    }


def _more(fields: Fields, reasons: Reasons, now: datetime, language: Language) -> dict[str, Any]:
    """The other fields; what is wrong is added to `reasons`."""
    zone, days = "UTC", sorted(map(int, fields.many("working_days")))
    with reasons.of("working_days"):
        if not days:
            raise NoWorkingDays
    with reasons.of("zone"):
        zone = find_zone(fields.text("zone") or "")
    read: dict[str, Callable[[str], Any]] = {
        "ladder": project_fields.ladder,
        "most_postponements": project_fields.count,
        "minutes_days": project_fields.count_or_none,
        "pin": project_fields.emoji,
        "days_off": lambda typed: project_fields.days_off(typed, now, zone, language),
    }
    typed: dict[str, Any] = {}
    for name, reading in read.items():
        with reasons.of(name):
            typed[name] = reading(fields.text(name) or "")
    return {
        "zone": zone,
        "working_days": days,
        "day_start": fields.time("day_start") or time(9),
        "day_end": fields.time("day_end") or time(17),
        "digest_time": fields.time("digest_time") or time(9),
        "retention_days": int(fields.text("retention_days") or 730),
        "notes_asked": list(fields.many("notes_asked")),
        **typed,
        **({TEMPLATE: ""} if TEMPLATE in fields and not fields.many(TEMPLATE) else {}),
        **({MODEL: bool(fields.many(MODEL))} if MODEL in fields else {}),
        # A form that was opened before an upgrade asks for no such thing.
        **({name: name in fields.many("minutes") for name in MINUTES} if "minutes" in fields else {}),
    }


def _field(texts: Texts, name: str, widget: InputInteractiveElement, *, optional: bool = False) -> InputBlock:
    return ui.field(
        texts.project_field(name), widget, block_id=name, hint=texts.project_hint(name), optional=optional
    )


def _weekdays(texts: Texts) -> list[Option]:
    return [ui.option(texts.weekday_name(day), str(day)) for day in WEEK]


def _retentions(settings: ProjectSettings, texts: Texts) -> list[Option]:
    days = sorted({*RETENTIONS, settings.retention_days})
    return [ui.option(texts.retention(each), str(each)) for each in days]
