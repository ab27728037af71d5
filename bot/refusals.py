"""Sentences that every capability needs: refusals, faults, and words on buttons."""

from collections import ChainMap

from bot.action_items.text import refusals as action_items
from bot.availability import text as availability
from bot.core import errors
from bot.core.language import Both, Language
from bot.dates import text as dates
from bot.decisions import text as decisions
from bot.escalations import text as escalations
from bot.meetings import planning_text as meetings
from bot.minutes import review_text as minutes
from bot.minutes.model import Unsendable
from bot.nouns import NOUNS, past_of
from bot.people import absence_text as people
from bot.polls import text as polls
from bot.projects import field_text as projects
from bot.text.formats import near_moment
from bot.text.sentences import Refusals, Say, Speaker, bold, code, mention, said, shortened

COMMON = Refusals()
REFUSALS = ChainMap(
    COMMON,
    dates.REFUSALS,
    projects.REFUSALS,
    people.REFUSALS,
    availability.REFUSALS,
    action_items.REFUSALS,
    decisions.REFUSALS,
    escalations.REFUSALS,
    meetings.REFUSALS,
    polls.REFUSALS,
    minutes.REFUSALS,
)


def _said(reason: errors.Rejected, say: Say) -> str:
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


def _at(asks: str, name: str) -> str:
    return f"{asks} {code(f'@{name}')}? " if name else ""


def _guess(asked: str, it: errors.UnknownWord, help: str) -> str:
    """Behind a sentence, and before one about the command's help."""
    guess = f"{asked} {code(f'{it.command} {it.nearest}')}? " if it.nearest else ""
    return guess + code(f"{it.command} {help}")


COMMON[errors.NotAllowed] = lambda say, _: say(
    en="Only members of the project's channel can do this. Ask one of them to invite you.",
    nl="Dit kunnen alleen leden van het projectkanaal. Vraag een van hen je uit te nodigen.",
)
COMMON[errors.GuestsExcluded] = lambda say, _: say(
    en="Guests can't see project data here. Ask a member of the team.",
    nl="Gasten zien hier geen projectgegevens. Vraag het een lid van het team.",
)
COMMON[errors.NoProject] = lambda say, _: say(
    en="This channel has no project yet. Type `/spil project` to set one up.",
    nl="Dit kanaal heeft nog geen project. Typ `/spil project` om het in te richten.",
)
COMMON[errors.NoText] = lambda say, it: say(
    en=f"Type what it's about behind {code(it.command)}. {code(it.command + ' help')} shows examples."
    if it.command
    else "This can't stay empty: type what it's about.",
    nl=f"Typ achter {code(it.command)} wat je bedoelt. {code(it.command + ' hulp')} toont voorbeelden."
    if it.command
    else "Dit kan niet leeg blijven: typ wat je bedoelt.",
)
COMMON[errors.TooLong] = lambda say, it: say(
    en=f"That's {it.length} characters, and at most {it.limit} fit. Make it shorter.",
    nl=f"Dat zijn {it.length} tekens, en er passen er {it.limit}. Maak het korter.",
)
COMMON[errors.UnknownWord] = lambda say, it: say(
    en=f"I don't know {code(it.word)}. {_guess('Did you mean', it, 'help')} shows what you can type.",
    nl=f"Ik ken {code(it.word)} niet. {_guess('Bedoelde je', it, 'hulp')} toont wat je kunt typen.",
)
COMMON[errors.Incomplete] = lambda say, it: say(
    en=f"Almost. Type it like this: {code(f'{it.command} {it.nearest}')}. "
    f"{code(it.command + ' help')} shows what else you can type.",
    nl=f"Bijna. Typ het zo: {code(f'{it.command} {it.nearest}')}. "
    f"{code(it.command + ' hulp')} toont wat je nog meer kunt typen.",
)
COMMON[errors.UnknownNumber] = lambda say, it: say(
    en=f"There's no {_one(it.noun, it.number).en} in this project.",
    nl=f"Er is geen {_one(it.noun, it.number).nl} in dit project.",
)
COMMON[errors.UnknownPerson] = lambda say, it: say(
    en=f"I don't know {bold(it.name)}. {_at('Did you mean', it.nearest)}Type @ and choose a colleague "
    "from the list.",
    nl=f"Ik ken {bold(it.name)} niet. {_at('Bedoelde je', it.nearest)}Typ @ en kies een collega uit "
    "de lijst.",
)
COMMON[errors.PersonGone] = lambda say, it: say(
    en=f"{bold(it.name)} has left this workspace. Choose somebody else.",
    nl=f"{bold(it.name)} werkt hier niet meer. Kies iemand anders.",
)
COMMON[errors.PersonIsBot] = lambda say, it: say(
    en=f"{bold(it.name)} is a bot. Choose a person.", nl=f"{bold(it.name)} is een bot. Kies een mens."
)
COMMON[errors.PersonIsGuest] = lambda say, it: say(
    en=f"{bold(it.name)} is a guest, and guests can't see project data. Choose a member of the team.",
    nl=f"{bold(it.name)} is gast, en gasten zien geen projectgegevens. Kies een lid van het team.",
)
COMMON[errors.PersonOutside] = lambda say, it: say(
    en=f"{bold(it.name)} isn't in this channel. Invite them first, then try again.",
    nl=f"{bold(it.name)} zit niet in dit kanaal. Nodig die collega eerst uit en probeer het dan opnieuw.",
)
COMMON[errors.OneOwner] = lambda say, _: say(
    en="An action item has one owner. Name one colleague; the others can read along.",
    nl="Een actiepunt heeft één actiehouder. Noem één collega; de anderen kunnen meelezen.",
)
COMMON[errors.NothingToUndo] = lambda say, _: say(
    en="There's nothing of yours to undo here.", nl="Er is hier niets van jou om ongedaan te maken."
)
COMMON[errors.ChangedSince] = lambda say, it: say(
    en=f"{mention(it.who)} changed it since. Have another look before you change it.",
    nl=f"{mention(it.who)} heeft het intussen gewijzigd. Kijk nog eens voordat je het wijzigt.",
)
COMMON[errors.AlreadyDone] = lambda say, it: say(
    en=f"{_first_big(_one(it.noun, it.number).en)} is {_state(it.noun, it.what).en} already.",
    nl=f"{_first_big(_one(it.noun, it.number).nl)} is al {_state(it.noun, it.what).nl}.",
)
COMMON[Unsendable] = lambda say, it: say(
    en=f"I didn't send anything yet, because of proposal {it.number}, “{shortened(it.text)}”. "
    f"{_said(it.reason, say)} Edit that proposal or leave it out, then send again.",
    nl=f"Ik heb nog niets verspreid, vanwege voorstel {it.number}, “{shortened(it.text)}”. "
    f"{_said(it.reason, say)} Wijzig dat voorstel of laat het weg, en verspreid dan opnieuw.",
)
COMMON[errors.Misfilled] = lambda say, it: " ".join(_said(each, say) for each in it.reasons.values())


class CommonTexts(Speaker):
    def rejected(self, reason: errors.Rejected) -> str:
        return _said(reason, self.say)

    def fault(self, error_id: str) -> str:
        return self.say(
            en=f"Something went wrong on my side, and nothing was changed. Its number is {code(error_id)}.",
            nl=f"Er ging bij mij iets mis en er is niets gewijzigd. Het nummer is {code(error_id)}.",
        )

    busy = said(
        en="It's too busy here just now, and nothing was changed. Please try again in a moment.",
        nl="Het is hier nu te druk, en er is niets gewijzigd. Probeer het zo nog eens.",
    )
    no_form = said(
        en="Slack didn't let me show this in time. Try once more.",
        nl="Slack liet me dit niet op tijd tonen. Probeer het nog een keer.",
    )
    """Slack gave no time to open a form, or did not answer."""

    def you_typed(self, typed: str) -> str:
        return self.say(en=f"You typed: {code(typed)}", nl=f"Je typte: {code(typed)}")

    save = said(en="Save", nl="Opslaan")
    cancel = said(en="Cancel", nl="Annuleren")
    close = said(en="Close", nl="Sluiten")


def _later(it: errors.SomeChangedSince, language: Language) -> str:
    last = max(each.at for each in it.later).date()
    return "\n".join(
        f"• *{each.named}*: {mention(each.who)} {past_of(each.noun, each.what).in_language(language)}"
        f" · {near_moment(each.at, last, language)}"
        for each in it.later
    )


COMMON[errors.SomeChangedSince] = lambda say, it: say(
    en="I undid nothing. What was done at once is undone as a whole or not at all, and since then:\n"
    + _later(it, Language.en),
    nl="Ik heb niets ongedaan gemaakt. Wat in één keer is gedaan, gaat in zijn geheel terug of niet, en "
    f"sindsdien:\n{_later(it, Language.nl)}",
)
COMMON[errors.TooMany] = lambda say, it: say(
    en=f"At most {it.limit} at a time. Do it in parts: {code(f'1-{it.limit}')} first.",
    nl=f"Hoogstens {it.limit} tegelijk. Doe het in delen: eerst {code(f'1-{it.limit}')}.",
)
COMMON[errors.AlreadySo] = lambda say, it: say(
    en=f"{it.named} was like that already.", nl=f"{it.named} was al zo."
)
