"""What decisions are called, what people see of them, and how they are found; those who must know of a change
are told once, in person."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.core.changes import notice_of, show, show_again
from bot.core.context import Context
from bot.core.language import Both
from bot.core.limits import REASON_LIMIT, TEXT_LIMIT
from bot.core.nouns import Change, Field, Kind, Noun, Records
from bot.core.record_lists import PERIODS, By, Filter
from bot.decisions.model import Decision, Status
from bot.people.quiet_hours import notify

STATES = {
    Status.valid: Both("valid", "geldig"),
    Status.superseded: Both("replaced", "vervangen"),
    Status.withdrawn: Both("withdrawn", "ingetrokken"),
}
CARD, TOLD = "decisions.card", "decisions.told"


class DecisionChanged(Change[Decision]):
    pass


class Decisions(Records[Decision], Protocol):
    """What decisions ask of storage."""

    def latest(self, project_ids: Sequence[int], since: date, limit: int) -> list[Decision]:
        """Those that hold, of these projects, decided on that day or later; the newest first."""


DECISION = Noun(
    name="decisions",
    letter="B",
    value=Decision,
    records=Decisions,
    changed=DecisionChanged,
    one=Both("decision", "besluit"),
    many=Both("decisions", "besluiten"),
    fields=(
        Field("text", Kind.text, Both("decision", "besluit"), limit=TEXT_LIMIT, required=True),
        Field("because", Kind.text, Both("why", "waarom"), limit=REASON_LIMIT),
        Field("rejected", Kind.text, Both("options rejected", "afgewezen opties"), limit=REASON_LIMIT),
        Field("decided_by", Kind.people, Both("decided by", "besloten door")),
        Field("decided_on", Kind.day, Both("decided on", "besloten op"), required=True),
        Field(
            "inform",
            Kind.people,
            Both("who must know", "wie het moet weten"),
            hint=Both("I tell each of them once, in person.", "Ik vertel het ieder één keer, persoonlijk."),
        ),
        Field("status", Kind.state, Both("status", "status"), typed=False, states=STATES),
        Field("superseded_by", Kind.number, Both("replaced by", "vervangen door"), typed=False, fresh=True),
    ),
    example=Both(
        "we go live on 1 December because the supplier is ready",
        "we gaan live op 1 december omdat de leverancier klaar is",
    ),
    tells={
        "created": Both(
            "recorded it[, decided by {decided_by}][: {because}]",
            "legde het vast[, besloten door {decided_by}][: {because}]",
        )
    },
    withdrawn=lambda decision, _now: decision.withdrawn(),
    filters=(
        Filter(
            "status",
            By.state,
            {
                Status.valid: Both("valid", "geldig|geldige|geldend"),
                Status.superseded: Both("replaced|superseded", "vervangen"),
                Status.withdrawn: Both("withdrawn", "ingetrokken"),
            },
            usual=(Status.valid,),
        ),
        Filter(
            "decided_by",
            By.person,
            mine=Both("mine|by me", "van mij|door mij"),
            before=Both("decided by|by|of", "besloten door|door|van"),
        ),
        Filter("decided_on", By.period, PERIODS),
    ),
    order=lambda _wanted: ("-decided_on", "-number"),
    none=Both("No decisions yet. Record one:", "Nog geen besluiten. Leg er een vast:"),
)


def changed(ctx: Context, fact: DecisionChanged) -> None:
    before, decision = fact.before, fact.after
    if decision.minutes is None:
        show(ctx, notice_of(CARD, ctx, decision, ctx.project.channel), fact.event)
    known = before.inform if before else []
    for user in dict.fromkeys((*known, *decision.inform)):
        told = notice_of(TOLD, ctx, decision, user)
        if user in known or user == ctx.who.user or not decision.valid:
            show_again(ctx, told, fact.event)
        else:
            notify(ctx, told, fact.event)
