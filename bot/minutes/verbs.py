"""What people do to minutes by their number, in words."""

from bot.core.language import Both
from bot.core.verbs import REMOVE, Verb, not_yet
from bot.minutes.model import Status
from bot.minutes.review import accept_all, discard

VERBS = (
    Verb(
        Both("discard", "weggooien|weggegooid"),
        discard,
        also=REMOVE,
        check=not_yet("minutes", Status.discarded),
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
)
