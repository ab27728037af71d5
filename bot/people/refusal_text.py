"""Why something about reminders or being away cannot be, and what to type instead."""

from bot.core.errors import Rejected
from bot.people.errors import AwayTooLong, DeputyElsewhere, MorningIsQuiet, NoDays, OneDeputy, OwnDeputy
from bot.text.marks import bold, code


def english_reminder_refusal(reason: Rejected) -> str | None:
    """None for other reasons."""
    match reason:
        case NoDays(typed=typed, command=command):
            return (
                f"I see no first and last day in {code(typed)}. Type only days and, if you like, a deputy: "
                f"{code(command + ' 22 dec – 2 jan, deputy @colleague')}. Why you are away I need not know."
            )
        case AwayTooLong(most=most):
            return f"That is more than {most} days. Choose an earlier last day."
        case OwnDeputy():
            return "You cannot be your own deputy. Name a colleague, or nobody."
        case OneDeputy():
            return "Name one colleague as your deputy: what is left to several is left to nobody."
        case DeputyElsewhere(name=name):
            return f"{bold(name)} is in none of your projects. Name somebody who is, or nobody."
        case MorningIsQuiet(quiet_from=begins, quiet_until=ends):
            return f"That is in your quiet hours, {begins:%H:%M}–{ends:%H:%M}. Choose a time outside them."
    return None


def dutch_reminder_refusal(reason: Rejected) -> str | None:
    match reason:
        case NoDays(typed=typed, command=command):
            return (
                f"Ik zie geen eerste en laatste dag in {code(typed)}. Typ alleen dagen en, als je wilt, een "
                f"vervanger: {code(command + ' 22 dec t/m 2 jan, vervanger @collega')}. Waarom je afwezig "
                "bent, hoef ik niet te weten."
            )
        case AwayTooLong(most=most):
            return f"Dat zijn meer dan {most} dagen. Kies een eerdere laatste dag."
        case OwnDeputy():
            return "Je kunt jezelf niet vervangen. Noem een collega, of niemand."
        case OneDeputy():
            return "Noem één collega als vervanger: wat van meer mensen is, is van niemand."
        case DeputyElsewhere(name=name):
            return f"{bold(name)} zit in geen van je projecten. Noem iemand die dat wel doet, of niemand."
        case MorningIsQuiet(quiet_from=begins, quiet_until=ends):
            return f"Dat valt in je stille uren, {begins:%H:%M}–{ends:%H:%M}. Kies een tijd erbuiten."
    return None
