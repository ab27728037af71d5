"""Sentences that every capability needs: refusals, faults, and words on buttons."""

from datetime import date, datetime

from bot.action_items.text.bulk import dutch_bulk_refusal, english_bulk_refusal
from bot.action_items.text.counter_proposals import dutch_offer_refusal, english_offer_refusal
from bot.action_items.text.dependencies import dutch_kind_refusal, english_kind_refusal
from bot.action_items.text.forms import dutch_form_refusal, english_form_refusal
from bot.core.errors import (
    AlreadyDone,
    ChangedSince,
    InThePast,
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
    TooFar,
    TooLong,
    UnknownNumber,
    UnknownPerson,
    UnknownWord,
)
from bot.core.language import Language
from bot.dates.text import reading
from bot.dates.values import Ambiguous, Unreadable
from bot.escalations.text import dutch_escalation_refusal, english_escalation_refusal
from bot.meetings.form_text import dutch_meeting_refusal, english_meeting_refusal
from bot.minutes.proposal_text import dutch_minutes_refusal, english_minutes_refusal
from bot.people.refusal_text import dutch_reminder_refusal, english_reminder_refusal
from bot.projects.text import dutch_refusal, english_refusal
from bot.text.formats import day, moment
from bot.text.marks import bold, code, esc, mention
from bot.text.speaker import Speaker


def _when(value: date, language: Language) -> str:
    return moment(value, language) if isinstance(value, datetime) else day(value, language)


class CommonTexts(Speaker):
    _nouns_en = {"action_items": "action item", "meetings": "meeting", "minutes": "minutes"}
    _nouns_nl = {"action_items": "actiepunt", "meetings": "overleg", "minutes": "notulen"}

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

    def rejected(self, reason: Rejected) -> str:
        said = self._rejected_en if self.language == Language.en else self._rejected_nl
        return said(reason)

    def _rejected_en(self, reason: Rejected) -> str:
        match reason:
            case NotAllowed():
                return "This belongs to the members of the project's channel. Ask one of them to invite you."
            case NoProject():
                return "This channel has no project yet. Type `/spil project` to set one up."
            case NoText(command=command):
                return f"Say what: {code(command)} needs a text. {code(command + ' help')} shows examples."
            case TooLong(length=length, limit=limit):
                return f"That is {length} characters and at most {limit} fit. Shorten it, or attach a file."
            case UnknownWord(word=word, nearest=nearest, command=command):
                guess = f" Did you mean {code(command + ' ' + nearest)}?" if nearest else ""
                return f"I do not know {code(word)}.{guess} {code(command + ' help')} lists what I do."
            case UnknownNumber(noun=noun, number=number):
                return f"There is no {self._nouns_en[noun]} {number} in this project."
            case UnknownPerson(name=name):
                return f"I do not know {bold(name)}. Type @ and choose a colleague from the list."
            case PersonGone(name=name):
                return f"{bold(name)} has left this workspace. Choose somebody else."
            case PersonIsBot(name=name):
                return f"{bold(name)} is a bot. Choose a person."
            case PersonIsGuest(name=name):
                return f"{bold(name)} is a guest and sees no project data. Choose a member of the team."
            case PersonOutside(name=name):
                return f"{bold(name)} is not in this channel. Invite him or her first, then try again."
            case OneOwner():
                return "An action item has one owner. Name one colleague; the others can read along."
            case Unreadable(phrase=phrase):
                return (
                    f"I see no date in {code(phrase)}. Type `tomorrow`, `friday`, `27 Nov` or `2026-11-27`."
                )
            case Ambiguous(phrase=phrase, readings=readings):
                either = " or ".join(reading(each, Language.en) for each in readings)
                return f"{code(phrase)} can be {either}. Type the one that you mean."
            case InThePast(when=when):
                return f"{_when(when, self.language)} is in the past. Give a later one."
            case TooFar(when=when, last=last):
                latest = day(last, self.language)
                return f"{_when(when, self.language)} is too far off. Choose {latest} at the latest."
            case NothingToUndo():
                return "There is nothing of yours to undo here."
            case ChangedSince(who=who):
                return f"{mention(who)} has changed it since. Look at it once more before you change it."
            case AlreadyDone(noun=noun, number=number, what=what):
                return f"{self._nouns_en[noun].capitalize()} {number} is {what} already."
            case Misfilled(reasons=reasons):
                return " ".join(map(self.rejected, reasons.values()))
        return (
            english_refusal(reason)
            or english_meeting_refusal(reason)
            or english_minutes_refusal(reason)
            or english_reminder_refusal(reason)
            or english_offer_refusal(reason)
            or english_kind_refusal(reason)
            or english_bulk_refusal(reason)
            or english_form_refusal(reason)
            or english_escalation_refusal(reason)
            or esc(str(reason))
        )

    def _rejected_nl(self, reason: Rejected) -> str:
        match reason:
            case NotAllowed():
                return "Dit is van de leden van het projectkanaal. Vraag een van hen je uit te nodigen."
            case NoProject():
                return "Dit kanaal heeft nog geen project. Typ `/spil project` om het in te richten."
            case NoText(command=command):
                return f"Zeg wat: {code(command)} heeft tekst nodig. {code(command + ' help')} toont hoe."
            case TooLong(length=length, limit=limit):
                return f"Dat zijn {length} tekens en er passen er {limit}. Maak het korter."
            case UnknownWord(word=word, nearest=nearest, command=command):
                guess = f" Bedoelde je {code(command + ' ' + nearest)}?" if nearest else ""
                return f"Ik ken {code(word)} niet.{guess} {code(command + ' help')} noemt wat ik doe."
            case UnknownNumber(noun=noun, number=number):
                return f"Er is geen {self._nouns_nl[noun]} {number} in dit project."
            case UnknownPerson(name=name):
                return f"Ik ken {bold(name)} niet. Typ @ en kies een collega uit de lijst."
            case PersonGone(name=name):
                return f"{bold(name)} werkt hier niet meer. Kies iemand anders."
            case PersonIsBot(name=name):
                return f"{bold(name)} is een bot. Kies een mens."
            case PersonIsGuest(name=name):
                return f"{bold(name)} is gast en ziet geen projectgegevens. Kies een lid van het team."
            case PersonOutside(name=name):
                return f"{bold(name)} zit niet in dit kanaal. Nodig hem of haar eerst uit."
            case OneOwner():
                return "Een actiepunt heeft één actiehouder. Noem één collega; de anderen kunnen meelezen."
            case Unreadable(phrase=phrase):
                return f"Ik zie geen datum in {code(phrase)}. Typ `morgen`, `vrijdag` of `27-11-2026`."
            case Ambiguous(phrase=phrase, readings=readings):
                either = " of ".join(reading(each, Language.nl) for each in readings)
                return f"{code(phrase)} kan {either} zijn. Typ welke je bedoelt."
            case InThePast(when=when):
                return f"{_when(when, self.language)} is voorbij. Kies iets later."
            case TooFar(when=when, last=last):
                return (
                    f"{_when(when, self.language)} is te ver weg. Kies uiterlijk {day(last, self.language)}."
                )
            case NothingToUndo():
                return "Er is hier niets van jou om ongedaan te maken."
            case ChangedSince(who=who):
                return f"{mention(who)} heeft het intussen gewijzigd. Kijk nog eens voordat je het wijzigt."
            case AlreadyDone(noun=noun, number=number, what=what):
                state = {"done": "gereed", "cancelled": "vervallen", "open": "open"}.get(what, what)
                return f"{self._nouns_nl[noun].capitalize()} {number} is al {state}."
            case Misfilled(reasons=reasons):
                return " ".join(map(self.rejected, reasons.values()))
        return (
            dutch_refusal(reason)
            or dutch_meeting_refusal(reason)
            or dutch_minutes_refusal(reason)
            or dutch_reminder_refusal(reason)
            or dutch_offer_refusal(reason)
            or dutch_kind_refusal(reason)
            or dutch_bulk_refusal(reason)
            or dutch_form_refusal(reason)
            or dutch_escalation_refusal(reason)
            or esc(str(reason))
        )

    def save(self) -> str:
        return self.say(en="Save", nl="Opslaan")

    def cancel(self) -> str:
        return self.say(en="Cancel", nl="Annuleren")

    def close(self) -> str:
        return self.say(en="Close", nl="Sluiten")
