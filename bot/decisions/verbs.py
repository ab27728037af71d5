"""What people do to decisions, and in which words."""

from collections.abc import Mapping
from typing import Any

from bot.core import records
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import InTheFuture, Misfilled
from bot.core.language import Both
from bot.core.verbs import REMOVE, Takes, Verb, not_yet
from bot.decisions.model import Decision, Status
from bot.decisions.noun import DECISION


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
