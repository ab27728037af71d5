"""Sentences that every capability needs: refusals, faults, and words on buttons."""

from collections import ChainMap

from bot.action_items.text import refusals as action_items
from bot.core.errors import (
    AlreadyDone,
    AlreadySo,
    ChangedSince,
    Misfilled,
    NoProject,
    NotAllowed,
    NoText,
    NothingToUndo,
    OneOwner,
    PersonGone,
    PersonIsBot,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    SomeChangedSince,
    TooLong,
    TooMany,
    UnknownNumber,
    UnknownPerson,
    UnknownWord,
)
from bot.core.language import Both, Language
from bot.dates import text as dates
from bot.decisions import text as decisions
from bot.escalations import text as escalations
from bot.meetings import planning_text as meetings
from bot.minutes import proposal_text as minutes
from bot.minutes.model import Unsendable
from bot.nouns import NOUNS, past_of
from bot.people import refusal_text as people
from bot.projects import refusal_text as projects
from bot.text.formats import moment
from bot.text.marks import bold, code, mention, shortened
from bot.text.speaker import Refusals, Say, Speaker

COMMON = Refusals()
REFUSALS = ChainMap(
    COMMON,
    dates.REFUSALS,
    projects.REFUSALS,
    people.REFUSALS,
    action_items.REFUSALS,
    decisions.REFUSALS,
    escalations.REFUSALS,
    meetings.REFUSALS,
    minutes.REFUSALS,
)


def _said(reason: Rejected, say: Say) -> str:
    return REFUSALS[type(reason)](say, reason)


def _one(noun: str, number: int) -> Both:
    """`meeting 7`; of what is no single thing, such as minutes, N-7."""
    known = NOUNS[noun]
    return Both(*(known.named(number) if known.counted else f"{one} {number}" for one in known.one))


def _first_big(text: str) -> str:
    return text[:1].upper() + text[1:]


def _state(noun: str, state: str) -> Both:
    known = (field.states[state] for field in NOUNS[noun].fields if state in field.states)
    return next(known, Both(state, state))


def _guess(asked: str, it: UnknownWord) -> str:
    """Behind a sentence, and before one about the command's help."""
    guess = f"{asked} {code(f'{it.command} {it.nearest}')}? " if it.nearest else ""
    return guess + code(f"{it.command} help")


COMMON[NotAllowed] = lambda say, _: say(
    en="This belongs to the members of the project's channel. Ask one of them to invite you.",
    nl="Dit is van de leden van het projectkanaal. Vraag een van hen je uit te nodigen.",
)
COMMON[NoProject] = lambda say, _: say(
    en="This channel has no project yet. Type `/spil project` to set one up.",
    nl="Dit kanaal heeft nog geen project. Typ `/spil project` om het in te richten.",
)
COMMON[NoText] = lambda say, it: say(
    en=f"Say what: {code(it.command)} needs a text. {code(it.command + ' help')} shows examples."
    if it.command
    else "This cannot stay empty: say what it is about.",
    nl=f"Zeg wat: {code(it.command)} heeft tekst nodig. {code(it.command + ' help')} toont hoe."
    if it.command
    else "Dit kan niet leeg blijven: zeg waar het over gaat.",
)
COMMON[TooLong] = lambda say, it: say(
    en=f"That is {it.length} characters and at most {it.limit} fit. Shorten it, or attach a file.",
    nl=f"Dat zijn {it.length} tekens en er passen er {it.limit}. Maak het korter.",
)
COMMON[UnknownWord] = lambda say, it: say(
    en=f"I do not know {code(it.word)}. {_guess('Did you mean', it)} lists what I do.",
    nl=f"Ik ken {code(it.word)} niet. {_guess('Bedoelde je', it)} noemt wat ik doe.",
)
COMMON[UnknownNumber] = lambda say, it: say(
    en=f"There is no {_one(it.noun, it.number).en} in this project.",
    nl=f"Er is geen {_one(it.noun, it.number).nl} in dit project.",
)
COMMON[UnknownPerson] = lambda say, it: say(
    en=f"I do not know {bold(it.name)}. Type @ and choose a colleague from the list.",
    nl=f"Ik ken {bold(it.name)} niet. Typ @ en kies een collega uit de lijst.",
)
COMMON[PersonGone] = lambda say, it: say(
    en=f"{bold(it.name)} has left this workspace. Choose somebody else.",
    nl=f"{bold(it.name)} werkt hier niet meer. Kies iemand anders.",
)
COMMON[PersonIsBot] = lambda say, it: say(
    en=f"{bold(it.name)} is a bot. Choose a person.", nl=f"{bold(it.name)} is een bot. Kies een mens."
)
COMMON[PersonIsGuest] = lambda say, it: say(
    en=f"{bold(it.name)} is a guest and sees no project data. Choose a member of the team.",
    nl=f"{bold(it.name)} is gast en ziet geen projectgegevens. Kies een lid van het team.",
)
COMMON[PersonOutside] = lambda say, it: say(
    en=f"{bold(it.name)} is not in this channel. Invite them first, then try again.",
    nl=f"{bold(it.name)} zit niet in dit kanaal. Nodig die collega eerst uit.",
)
COMMON[OneOwner] = lambda say, _: say(
    en="An action item has one owner. Name one colleague; the others can read along.",
    nl="Een actiepunt heeft één actiehouder. Noem één collega; de anderen kunnen meelezen.",
)
COMMON[NothingToUndo] = lambda say, _: say(
    en="There is nothing of yours to undo here.", nl="Er is hier niets van jou om ongedaan te maken."
)
COMMON[ChangedSince] = lambda say, it: say(
    en=f"{mention(it.who)} has changed it since. Look at it once more before you change it.",
    nl=f"{mention(it.who)} heeft het intussen gewijzigd. Kijk nog eens voordat je het wijzigt.",
)
COMMON[AlreadyDone] = lambda say, it: say(
    en=f"{_first_big(_one(it.noun, it.number).en)} is {_state(it.noun, it.what).en} already.",
    nl=f"{_first_big(_one(it.noun, it.number).nl)} is al {_state(it.noun, it.what).nl}.",
)
COMMON[Unsendable] = lambda say, it: say(
    en=f"Nothing is sent yet, because of proposal {it.number}, “{shortened(it.text)}”. "
    f"{_said(it.reason, say)} Edit that proposal or drop it, then send again.",
    nl=f"Er is nog niets verspreid, vanwege voorstel {it.number}, “{shortened(it.text)}”. "
    f"{_said(it.reason, say)} Wijzig dat voorstel of laat het weg, en verspreid dan opnieuw.",
)
COMMON[Misfilled] = lambda say, it: " ".join(_said(each, say) for each in it.reasons.values())


class CommonTexts(Speaker):
    def rejected(self, reason: Rejected) -> str:
        return _said(reason, self.say)

    def fault(self, error_id: str) -> str:
        return self.say(
            en=f"Something went wrong on our side, and nothing was changed. Its number is {code(error_id)}.",
            nl=f"Er ging bij ons iets mis en er is niets gewijzigd. Het nummer is {code(error_id)}.",
        )

    def busy(self) -> str:
        return self.say(
            en="It is too busy here just now, and nothing was changed. Please try again in a moment.",
            nl="Het is hier nu te druk, en er is niets gewijzigd. Probeer het zo nog eens.",
        )

    def no_form(self) -> str:
        """Slack gave no time to open a form, or did not answer."""
        return self.say(
            en="Slack did not let me show this in time. Please try once more.",
            nl="Slack liet me dit niet op tijd tonen. Probeer het nog een keer.",
        )

    def you_typed(self, typed: str) -> str:
        return self.say(en=f"You typed: {code(typed)}", nl=f"Je typte: {code(typed)}")

    def save(self) -> str:
        return self.say(en="Save", nl="Opslaan")

    def cancel(self) -> str:
        return self.say(en="Cancel", nl="Annuleren")

    def close(self) -> str:
        return self.say(en="Close", nl="Sluiten")


def _later(it: SomeChangedSince, language: Language) -> str:
    return "\n".join(
        f"• *{each.named}*: {mention(each.who)} {past_of(each.noun, each.what).in_language(language)}"
        f" · {moment(each.at, language)}"
        for each in it.later
    )


COMMON[SomeChangedSince] = lambda say, it: say(
    en="I took nothing back. What was done at once is taken back as a whole or not at all, and since then:\n"
    + _later(it, Language.en),
    nl="Ik heb niets ongedaan gemaakt. Wat in één keer is gedaan, gaat in zijn geheel terug of niet, en "
    f"sindsdien:\n{_later(it, Language.nl)}",
)
COMMON[TooMany] = lambda say, it: say(
    en=f"At most {it.limit} at a time. Do it in parts: {code(f'1-{it.limit}')} first.",
    nl=f"Hoogstens {it.limit} tegelijk. Doe het in delen: eerst {code(f'1-{it.limit}')}.",
)
COMMON[AlreadySo] = lambda say, it: say(en=f"{it.named} was so already.", nl=f"{it.named} was al zo.")
