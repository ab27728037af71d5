"""What people do to action items, in words."""

from bot.action_items import change
from bot.action_items.facts import NOUN
from bot.action_items.model import ActionItem
from bot.core.errors import AlreadyDone
from bot.core.language import Both
from bot.core.nouns import REMOVE, Takes, Verb


def must_be_open(item: ActionItem) -> None:
    if not item.open:
        raise AlreadyDone(NOUN, item.number, item.status)


def must_be_closed(item: ActionItem) -> None:
    if item.open:
        raise AlreadyDone(NOUN, item.number, item.status)


def _moved(item: ActionItem) -> Both:
    if item.due is None:
        return Both("Without a date", "Zonder datum")
    first = item.due == item.original_due and not item.times_postponed
    return Both("Due {due}", "Uiterlijk {due}") if first else Both("Moved to {due}", "Verzet naar {due}")


def _given(item: ActionItem) -> Both:
    if item.owner is None and not item.outside:
        return Both("Without an owner", "Zonder actiehouder")
    to = "{owner}" if item.owner else "{outside}"
    return Both(f"Given to {to}", f"Overgedragen aan {to}")


def _waits(item: ActionItem) -> Both:
    things = [name for name in ("{waits_for}", "{waits_on}") if getattr(item, name[1:-1])]
    return Both(f"Waiting for {' and '.join(things)}", f"Wacht op {' en '.join(things)}")


def _starts(item: ActionItem) -> Both:
    return Both("Starts {starts}", "Begint {starts}") if item.starts else Both("Starts now", "Begint nu")


def _helped(item: ActionItem) -> Both:
    if not item.helpers:
        return Both("Without helpers", "Zonder helpers")
    return Both("With help from {helpers}", "Met hulp van {helpers}")


def _repeats(item: ActionItem) -> Both:
    if item.repeats is None:
        return Both("Doesn't come back any more", "Komt niet meer terug")
    return Both("Comes back {repeats}", "Komt terug: {repeats}")


ONE = Both("12", "12")
VERBS = (
    Verb(
        Both("done", "gereed|klaar"),
        change.finish,
        also=Both("close|finish|finished|complete|completed", "sluit|afronden|afgerond|rond af|meld gereed"),
        offered=True,
        check=must_be_open,
        example=ONE,
        logged="done",
        past=Both("finished it", "maakte het af"),
        changed=Both("done", "gereed"),
        button=Both("Done", "Gereed"),
        help=Both("it's finished", "het is af"),
    ),
    Verb(
        Both("reopen", "heropen"),
        change.reopen,
        check=must_be_closed,
        example=ONE,
        logged="reopened",
        past=Both("reopened it", "heropende het"),
        changed=Both("reopened", "heropend"),
        button=Both("Reopen", "Heropenen"),
        help=Both("it's open again", "het is weer open"),
    ),
    Verb(
        Both("due", "datum"),
        change.set_due,
        also=Both(
            "move|postpone|reschedule",
            "verzet|verschuif|verplaats|uitstel|stel uit|uitstellen|verzetten|schuif door",
        ),
        takes=Takes.own,
        check=must_be_open,
        example=Both("12 friday", "12 vrijdag"),
        logged="due",
        said=_moved,
        tells=Both(
            "moved it to {due}[: {postponed_because}]", "verzette het naar {due}[: {postponed_because}]"
        ),
        past=Both("moved the date", "verzette de datum"),
        changed=Both("moved", "verzet"),
        help=Both(
            "another date; `because …` behind it says why", "een andere datum; `omdat …` erachter zegt waarom"
        ),
    ),
    Verb(
        Both("give", "geef"),
        change.give,
        also=Both("assign|reassign", "wijs toe|wijs|draag over|overdragen"),
        takes=Takes.own,
        check=must_be_open,
        example=Both("12 @who", "12 @wie"),
        logged="given",
        said=_given,
        tells=Both("gave it to {owner}|gave it to {outside}", "gaf het aan {owner}|gaf het aan {outside}"),
        past=Both("gave it to somebody", "gaf het aan een ander"),
        changed=Both("given", "overgedragen"),
        help=Both("somebody else sees to it", "iemand anders zorgt ervoor"),
    ),
    Verb(
        Both("drop", "vervalt|vervallen"),
        change.drop,
        also=Both(f"{REMOVE.en}|cancel", f"{REMOVE.nl}|annuleer"),
        check=must_be_open,
        example=ONE,
        logged="cancelled",
        past=Both("dropped it", "liet het vervallen"),
        changed=Both("dropped", "vervallen"),
        button=Both("Drop", "Laten vervallen"),
        help=Both("it doesn't have to be done, nor come back", "het hoeft niet meer en komt niet terug"),
    ),
    Verb(
        Both("wait", "wacht"),
        change.wait_on,
        takes=Takes.own,
        starts_texts=True,
        example=Both("12 for 9", "12 op 9"),
        logged="waits",
        said=_waits,
        tells=Both(
            "let it wait for {waits_for}|let it wait for {waits_on}",
            "liet het wachten op {waits_for}|liet het wachten op {waits_on}",
        ),
        past=Both("let it wait", "liet het wachten"),
        changed=Both("waiting", "wachtend"),
        help=Both("until A-9 is done, or `for the permit`", "tot A-9 gereed is, of `op de vergunning`"),
    ),
    Verb(
        Both("go", "verder"),
        change.go_on,
        starts_texts=True,
        example=ONE,
        logged="goes_on",
        past=Both("let it go on", "liet het verdergaan"),
        changed=Both("going on", "weer verder"),
        help=Both("it no longer waits", "het wacht niet meer"),
    ),
    Verb(
        Both("start", "begin"),
        change.start_typed,
        takes=Takes.own,
        starts_texts=True,
        example=Both("12 monday", "12 maandag"),
        logged="starts",
        said=_starts,
        tells=Both("let it start on {starts}", "liet het beginnen op {starts}"),
        past=Both("moved its start", "verzette het begin"),
        changed=Both("with another start", "met een ander begin"),
        help=Both("nobody is asked for it before", "eerder vraagt niemand ernaar"),
    ),
    Verb(
        Both("helpers", "meedoen"),
        change.set_helpers,
        takes=Takes.own,
        starts_texts=True,
        example=Both("12 @who", "12 @wie"),
        logged="helpers",
        said=_helped,
        tells=Both("asked {helpers} to help", "vroeg {helpers} om mee te helpen"),
        past=Both("changed who helps", "wijzigde wie meehelpt"),
        changed=Both("with other helpers", "met andere helpers"),
        help=Both("who lends a hand; `none` for nobody", "wie meehelpt; `geen` voor niemand"),
    ),
    Verb(
        Both("repeat", "herhaal"),
        change.repeat,
        takes=Takes.own,
        starts_texts=True,
        example=Both("12 every first Monday", "12 elke eerste maandag"),
        logged="repeats",
        said=_repeats,
        tells=Both("let it come back {repeats}", "laat het terugkomen: {repeats}"),
        past=Both("let it come back", "liet het terugkomen"),
        changed=Both("repeating", "herhaald"),
        help=Both("it comes back once it's done", "het komt terug als het af is"),
    ),
)
