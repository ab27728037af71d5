"""What decisions are called, what people see of them, how they are found, and what people do to them, in
which words; those who must know of a change are told once, in person."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from bot.core import records
from bot.core.context import Context, new_batch, notice_of, show, show_again
from bot.core.errors import REASON_LIMIT, TEXT_LIMIT, InTheFuture, Misfilled
from bot.core.language import Both
from bot.core.nouns import REMOVE, Change, Field, Kind, Noun, Records, Takes, Verb, not_yet
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


def decide(ctx: Context, **fields: Any) -> Decision:
    """Record a decision; raise Misfilled. Without `decided_by` it is the person's own, of today."""
    fields = {"decided_by": [ctx.who.user], "decided_on": ctx.today, **fields}
    _check_day(ctx, fields)
    if ctx.said:
        fields["source"] = ctx.said.link
    return records.create(ctx, DECISION, **fields)


def edit(
    ctx: Context, number: int, version: int, fields: Mapping[str, Any]
) -> Decision | records.Overtaken[Decision]:
    """All fields of the form at once; raise Misfilled."""
    _check_day(ctx, fields)
    return records.edit(ctx, DECISION, number, version, fields)


def replace(ctx: Context, number: int, by: int | Mapping[str, Any]) -> Decision:
    """Let another take its place. Raise NoLongerValid, ItsOwnSuccessor, UnknownNumber or Misfilled."""
    old = records.get(ctx, DECISION, number)
    old.check_valid()
    if isinstance(by, int):
        records.get(ctx, DECISION, by).check_valid()
    else:
        ctx = ctx if ctx.batch else new_batch(ctx)
        by = decide(ctx, **{"inform": old.inform, **by}).number
    successor = by
    return records.change(ctx, DECISION, number, "superseded", lambda it: it.superseded(successor))


def withdraw(ctx: Context, number: int) -> Decision:
    """It holds no more, and stays in the log. Raise NoLongerValid."""
    return records.change(ctx, DECISION, number, "withdrawn", Decision.withdrawn)


def _check_day(ctx: Context, fields: Mapping[str, Any]) -> None:
    day = fields.get("decided_on")
    if day is not None and day > ctx.today:
        raise Misfilled({"decided_on": InTheFuture(day)})


def _still_holds(decision: Decision) -> None:
    """Raise AlreadyDone or NoLongerValid."""
    not_yet("decisions", Status.withdrawn)(decision)
    decision.check_valid()


VERBS = (
    Verb(
        Both("replace|supersede", "vervang|vervangen"),
        replace,
        takes=Takes.successor,
        logged="superseded",
        said=lambda _: Both("Replaced by {superseded_by}", "Vervangen door {superseded_by}"),
        tells=Both("replaced it by {superseded_by}", "verving het door {superseded_by}"),
        past=Both("replaced it", "verving het"),
        changed=Both("replaced", "vervangen"),
        help=Both(
            "B-3 is replaced, by another or by a new one",
            "B-3 is vervangen, door een ander of een nieuw besluit",
        ),
        example=Both("3 by 7", "3 door 7"),
    ),
    Verb(
        Both("withdraw", "intrekken|ingetrokken|trek in"),
        withdraw,
        also=REMOVE,
        check=_still_holds,
        logged="withdrawn",
        past=Both("withdrew it", "trok het in"),
        changed=Both("withdrawn", "ingetrokken"),
        button=Both("Withdraw", "Intrekken"),
        help=Both("it no longer holds", "het geldt niet meer"),
        example=Both("3", "3"),
    ),
)
