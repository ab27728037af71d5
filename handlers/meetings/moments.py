"""Moments that are proposed for a meeting: each is planned by one press."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import Misfilled
from bot.meetings.errors import NoTime, Unplaced
from bot.meetings.model import Meeting, Sketch, sketch_of
from bot.meetings.moments import Moments, moments
from bot.meetings.plan import in_charge
from bot.meetings.slots import Slot
from bot.meetings.text import Elsewhere
from bot.texts import Texts
from handlers.meetings.typed import PLAN, keep, lines_of
from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.request import names

MOMENT = "meetings.moment"
"""Its button plans it then; behind the slash stands its place in the list."""

ASK_EVERYBODY = "polls.of_moments"
"""Pressed beneath moments; whoever asks polls answers."""


class Chosen(NamedTuple):
    """What the button of a moment says."""

    project: int
    number: int
    """0 for a new meeting."""
    start: datetime
    """UTC."""
    minutes: int
    without: str
    """The user id of who needn't come then; empty for nobody."""
    draft: str
    """The key under which the fields of Sketch are kept."""

    @property
    def value(self) -> str:
        return ":".join(map(str, (*self[:2], int(self.start.timestamp()), *self[3:])))


def chosen(value: str) -> Chosen:
    project, number, start, minutes, without, draft = value.split(":", 5)
    return Chosen(
        int(project), int(number), datetime.fromtimestamp(int(start), UTC), int(minutes), without, draft
    )


def chosen_fields(
    ctx: Context, it: Chosen, fields: Mapping[str, Any], before: Meeting | None
) -> dict[str, Any]:
    """Fields of Sketch: the moment on the meeting's clocks, and without whom it is."""
    starts = local(it.start, before.zone if before else ctx.project.zone)
    known = {**fields, "day": starts.date(), "at": starts.time(), "minutes": it.minutes}
    optional = [*sketch_of(before, fields).optional, it.without]
    return {**known, "optional": optional} if it.without else known


def wanted(ctx: Context, wrong: Misfilled, fields: Mapping[str, Any]) -> bool:
    """Whether the days are known, some are to come, and the time alone is not known."""
    rest = {**wrong.reasons}
    why, last = rest.pop("at", None), fields.get("until") or fields.get("day")
    if not isinstance(why, NoTime) or why.typed or fields.get("at") or last is None or last < ctx.today:
        return False
    return all(isinstance(each, Unplaced) for each in rest.values())


def _poll(ctx: Context, slots: Sequence[Slot], draft: str, texts: Texts) -> list[ButtonElement]:
    """Where there is a choice."""
    if len(slots) < 2:
        return []
    starts = ",".join(str(int(slot.start.timestamp())) for slot in slots)
    value = f"{ctx.project.id}:{starts}:{draft}"
    return [ui.button(texts.meeting_moments_ask(), action=ASK_EVERYBODY, value=value)]


def asked_of(value: str) -> tuple[int, str, list[datetime]]:
    """Project, draft and moments (UTC) of ASK_EVERYBODY's value."""
    project, starts, draft = value.split(":", 2)
    return int(project), draft, [datetime.fromtimestamp(int(each), UTC) for each in starts.split(",")]


def proposed(
    ctx: Context,
    wrong: Misfilled | None,
    fields: Mapping[str, Any],
    number: int,
    texts: Texts,
    lead: str = "",
) -> Message:
    """`fields` of Sketch; of a single day its time is asked as well, where it is `wrong`. `lead` is first."""
    before = in_charge(ctx, number) if number else None
    sketch, draft = sketch_of(before, fields), keep(ctx, fields)
    found = moments(ctx, sketch, before)
    zone = before.zone if before else ctx.project.zone
    words = _Words(ctx, texts, sketch, found, zone)
    asks = wrong is not None and not sketch.until
    missing = lines_of(wrong, fields, number, texts) if wrong and (asks or len(wrong.reasons) > 1) else []
    told = [*([lead] if lead else []), words.about(), *missing, words.lead(asks=asks)]
    blocks: list[Block] = [ui.section("\n".join(told))]
    for place, slot in enumerate([*found.slots, *found.changes]):
        value = Chosen(ctx.project.id, number, slot.start, slot.minutes, slot.without, draft).value
        style = None if place or asks else "primary"
        plan = ui.button(texts.meeting_moment_plan(), action=f"{MOMENT}/{place}", value=value, style=style)
        blocks.append(ui.section(words.row(slot), accessory=plan))
        reasons = words.reasons(slot)
        blocks += [ui.context(reasons)] if reasons else []
    label = texts.meeting_open_form() if asks else texts.meeting_other_moments()
    form = ui.button(
        label, action=PLAN, value=f"{ctx.project.id}:{number}:{draft}", style="primary" if asks else None
    )
    poll = [] if number else _poll(ctx, found.slots, draft, texts)
    blocks.append(ui.actions(form, *poll))
    blocks += [ui.context(words.unknown())] if found.unknown else []
    blocks += map(ui.context, words.stale())
    return Message("\n".join(told), blocks)


class _Words:
    """The words about what was found."""

    def __init__(self, ctx: Context, texts: Texts, sketch: Sketch, found: Moments, zone: str) -> None:
        self.ctx, self.texts, self.sketch, self.found, self.zone = ctx, texts, sketch, found, zone
        self.name_of = names(ctx.uow, ctx.project.team, found.asked)
        self.people = ctx.uow.people.get_many(ctx.project.team, found.asked)

    def about(self) -> str:
        others = [self.name_of(user) for user in self.found.asked if user != self.ctx.who.user]
        here, now = self.ctx.who.zone, self.ctx.now
        zone = "" if local(now, here) == local(now, self.zone) else self.zone
        return self.texts.meeting_moments(
            self.sketch, others, self.found.first, self.found.last, zone, self.ctx.today
        )

    def lead(self, *, asks: bool) -> str:
        if self.found.slots and asks:
            return self.texts.meeting_moments_of_day()
        if self.found.slots:
            return self.texts.meeting_moments_found("several" if len(self.found.slots) > 1 else "one")
        return self.texts.meeting_moments_found("changed" if self.found.changes else "none")

    def row(self, slot: Slot) -> str:
        today, minutes = self.ctx.today, self.sketch.minutes
        if slot in self.found.slots:
            return self.texts.meeting_moment(slot, len(self.found.asked), self.zone, today)
        left_out = self.name_of(slot.without)
        return self.texts.meeting_moment_changed(slot, minutes, left_out, self.zone, today)

    def unknown(self) -> str:
        who = [self.name_of(user) for user in self.found.unknown]
        return self.texts.meeting_calendars_unknown(who, len(self.found.asked))

    def stale(self) -> Iterable[str]:
        for user, since in self.found.stale.items():
            day = local(since, self.zone).date()
            yield self.texts.calendar_stale(self.name_of(user), day, self.ctx.today)

    def reasons(self, slot: Slot) -> str:
        awkward, split = map(self._elsewhere, (slot.awkward, slot.split))
        missing = [self.name_of(user) for user in slot.missing]
        return self.texts.meeting_moment_reasons(slot, awkward, split, missing, self.zone)

    def _elsewhere(self, users: Sequence[str]) -> list[Elsewhere]:
        you = {self.ctx.who.user: self.texts.meeting_moment_you()}
        return [Elsewhere(you.get(user) or self.name_of(user), self.people[user].zone) for user in users]
