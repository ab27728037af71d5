"""What a person can do with decisions."""

from collections.abc import Mapping
from typing import Any

from bot.core import records
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import InTheFuture, Misfilled
from bot.decisions.model import Decision
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
    """Let another decision take its place: the one of a number, or a new one with these fields.

    Raise NoLongerValid, ItsOwnSuccessor, UnknownNumber or Misfilled.
    """
    old = records.get(ctx, DECISION, number)
    old.check_valid()
    if isinstance(by, int):
        records.get(ctx, DECISION, by).check_valid()
    else:
        ctx = ctx if ctx.batch else new_batch(ctx)
        by = decide(ctx, **{"inform": old.inform, **by}).number
    successor = by
    return records.change(
        ctx, DECISION, number, "superseded", lambda decision: decision.superseded(successor)
    )


def withdraw(ctx: Context, number: int) -> Decision:
    """It holds no more, and stays in the log. Raise NoLongerValid."""
    return records.change(ctx, DECISION, number, "withdrawn", Decision.withdrawn)


def _check_day(ctx: Context, fields: Mapping[str, Any]) -> None:
    day = fields.get("decided_on")
    if day is not None and day > ctx.today:
        raise Misfilled({"decided_on": InTheFuture(day)})
