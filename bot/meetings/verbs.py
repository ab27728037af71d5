"""What people do to meetings, in words."""

from bot.core.language import Both
from bot.core.nouns import REMOVE, Takes, Verb, not_yet
from bot.meetings.model import Status
from bot.meetings.plan import cancel, move

MOVE = Verb(
    Both("move", "verzet|verplaats"),
    move,
    also=Both("reschedule|postpone", "verschuif|uitstel|stel uit|uitstellen|verzetten|verplaatsen"),
    takes=Takes.own,
    logged="moved",
    tells=Both("moved it to {starts}", "verzette het naar {starts}"),
    past=Both("moved it", "verzette het"),
    changed=Both("moved", "verzet"),
    help=Both(
        "another time, or `every friday` for a series; all are told",
        "een andere tijd, of `elke vrijdag` voor een reeks; iedereen hoort het",
    ),
    example=Both("3 friday 15:00", "3 vrijdag 15:00"),
)
CANCEL = Verb(
    Both("cancel", "afzeggen|annuleer"),
    cancel,
    also=Both(REMOVE.en, f"{REMOVE.nl}|zeg af|afgezegd"),
    check=not_yet("meetings", Status.cancelled),
    logged="cancelled",
    past=Both("cancelled it", "zegde het af"),
    changed=Both("cancelled", "afgezegd"),
    help=Both("it won't take place; all are told", "het gaat niet door; iedereen hoort het"),
    button=Both("Cancel meeting", "Afzeggen"),
    example=Both("3 5", "3 5"),
)
VERBS = (MOVE, CANCEL)
