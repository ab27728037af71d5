"""The words behind `/action list`: filters in both languages."""

from bot.action_items.lists import Wanted, When
from bot.action_items.model import Status
from handlers.records.vocabulary import ME, Vocabulary
from handlers.slack.request import Command, Request

PHRASES = {
    phrase: fields
    for phrases, fields in (
        ("mine|my|of me|mijn|van mij", {"owners": [ME]}),
        ("overdue|late|te laat|achterstallig", {"when": [When.overdue]}),
        ("today|vandaag", {"when": [When.today]}),
        ("this week|deze week", {"when": [When.this_week]}),
        ("next week|volgende week|komende week", {"when": [When.next_week]}),
        ("no date|without date|without a date|geen datum|zonder datum", {"when": [When.no_date]}),
        ("waiting|wachtend|wachtende", {"waiting": True}),
        ("open|openstaand|openstaande", {"statuses": [Status.open]}),
        ("done|finished|gereed|klaar|afgerond", {"statuses": [Status.done]}),
        ("dropped|cancelled|vervallen", {"statuses": [Status.cancelled]}),
        ("all|everything|alle|alles", {"statuses": list(Status)}),
        ("no owner|without owner|without an owner|nobody|zonder actiehouder|niemand", {"nobody": True}),
        ("raised by me|van mij ingebracht|door mij ingebracht|ingebracht door mij", {"raised_by": [ME]}),
        ("by owner|per owner|by person|per person|per persoon|per actiehouder", {"by_owner": True}),
    )
    for phrase in phrases.split("|")
}
VOCABULARY = Vocabulary(
    PHRASES, person="owners", before={"raised by": "raised_by", "ingebracht door": "raised_by"}
)


def wanted(request: Command, text: str) -> Wanted:
    """Whatever is no filter is looked for; raise UnknownPerson for an `@name` that nobody has."""
    return Wanted.model_validate(VOCABULARY.read(request, text))


def meant(request: Request, asked: Wanted) -> str:
    """The filter, or the colleague, that a word looked for was probably meant to be; or empty."""
    return VOCABULARY.meant(request, asked.words)
