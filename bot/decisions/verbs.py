"""What people do to decisions, in words."""

from bot.core.language import Both
from bot.core.verbs import REMOVE, Takes, Verb, not_yet
from bot.decisions.decide import replace, withdraw
from bot.decisions.model import Decision, Status


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
        Both("withdraw", "intrekken|ingetrokken"),
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
