"""What people do to polls, in words; they are answered, and a moment chosen, by button."""

from bot.core.language import Both
from bot.core.nouns import REMOVE, Takes, Verb, not_yet
from bot.polls.ask import cancel, extend
from bot.polls.model import Status

EXTEND = Verb(
    Both("extend", "verleng"),
    extend,
    takes=Takes.own,
    logged="extended",
    said=lambda _: Both("To be answered by {deadline}", "Antwoorden kan tot {deadline}"),
    tells=Both("moved the deadline to {deadline}", "verzette de deadline naar {deadline}"),
    past=Both("moved the deadline", "verzette de deadline"),
    changed=Both("extended", "verlengd"),
    help=Both("another deadline", "een andere deadline"),
    example=Both("3 tuesday", "3 dinsdag"),
)
CANCEL = Verb(
    Both("cancel", "annuleer|intrekken|trek in"),
    cancel,
    also=REMOVE,
    check=not_yet("polls", Status.cancelled),
    logged="cancelled",
    past=Both("cancelled it", "trok de peiling in"),
    changed=Both("cancelled", "ingetrokken"),
    help=Both("nothing is planned, nobody is asked any more", "er wordt niets gepland of gevraagd"),
    button=Both("Cancel poll", "Peiling intrekken"),
    example=Both("3 5", "3 5"),
)
VERBS = (EXTEND, CANCEL)
