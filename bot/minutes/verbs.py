"""What people do to minutes by their number, in words."""

from bot.core.language import Both
from bot.core.nouns import REMOVE, Verb, not_yet
from bot.minutes.amend import adopt
from bot.minutes.errors import AlreadySent, NotSent
from bot.minutes.model import Minutes, Status
from bot.minutes.review import accept_all, discard


def _to_discard(minutes: Minutes) -> None:
    """Raise AlreadyDone or AlreadySent."""
    not_yet("minutes", Status.discarded)(minutes)
    if minutes.sent:
        raise AlreadySent(minutes.number)


def _to_adopt(minutes: Minutes) -> None:
    """Raise AlreadyDone or NotSent."""
    not_yet("minutes", Status.adopted)(minutes)
    if not minutes.sent:
        raise NotSent(minutes.number)


VERBS = (
    Verb(
        Both("discard", "weggooien|weggegooid|gooi weg"),
        discard,
        also=REMOVE,
        check=_to_discard,
        logged="discarded",
        past=Both("discarded them", "gooide ze weg"),
        changed=Both("discarded", "weggegooid"),
        button=Both("Discard", "Weggooien"),
        help=Both("throws a draft away unsent", "gooit een concept weg zonder te verspreiden"),
        starts_texts=True,
    ),
    Verb(
        Both("accept", "overnemen|overgenomen"),
        accept_all,
        logged="accepted_all",
        past=Both("accepted all that was clear", "nam alles over wat duidelijk was"),
        changed=Both("accepted", "overgenomen"),
        help=Both(
            "all proposals in a draft, except those whose owner I don't know",
            "alle voorstellen in een concept, behalve die met een onbekende actiehouder",
        ),
        starts_texts=True,
    ),
    Verb(
        Both("adopt", "stel vast|vaststellen|vastgesteld"),
        adopt,
        also=Both("approve", "keur goed|goedkeuren|goedgekeurd"),
        check=_to_adopt,
        logged="adopted",
        past=Both("adopted them", "stelde ze vast"),
        changed=Both("adopted", "vastgesteld"),
        button=Both("Adopt", "Vaststellen"),
        help=Both(
            "sent minutes are final: they're locked", "verspreide notulen zijn definitief: ze liggen vast"
        ),
        starts_texts=True,
    ),
)
