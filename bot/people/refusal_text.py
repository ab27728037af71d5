"""Why something about reminders or being away cannot be, and what to type instead."""

from bot.people.errors import (
    AwayTooLong,
    DeputyElsewhere,
    MorningIsQuiet,
    NoDays,
    OneDeputy,
    OwnDeputy,
    UnreadHours,
)
from bot.text.marks import bold, code
from bot.text.speaker import Refusals

REFUSALS = Refusals()
REFUSALS[NoDays] = lambda say, it: say(
    en=f"I can't read any days in {code(it.typed)}. Type only days and, if you like, a deputy: "
    f"{code(it.command + ' 22 dec – 2 jan, deputy @colleague')}. You don't have to say why.",
    nl=f"Ik lees geen dagen in {code(it.typed)}. Typ alleen dagen en, als je wilt, een "
    f"vervanger: {code(it.command + ' 22 dec t/m 2 jan, vervanger @collega')}. Je hoeft niet te zeggen "
    "waarom.",
)
REFUSALS[AwayTooLong] = lambda say, it: say(
    en=f"That's more than {it.most} days. Choose an earlier last day.",
    nl=f"Dat zijn meer dan {it.most} dagen. Kies een eerdere laatste dag.",
)
REFUSALS[OwnDeputy] = lambda say, _: say(
    en="You can't be your own deputy. Name a colleague, or nobody.",
    nl="Je kunt jezelf niet vervangen. Noem een collega, of niemand.",
)
REFUSALS[OneDeputy] = lambda say, _: say(
    en="Name one colleague as your deputy: what's left to several is left to nobody.",
    nl="Noem één collega als vervanger: wat van meer mensen is, is van niemand.",
)
REFUSALS[DeputyElsewhere] = lambda say, it: say(
    en=f"{bold(it.name)} isn't in any of your projects. Name somebody who is, or nobody.",
    nl=f"{bold(it.name)} zit in geen van je projecten. Noem iemand die dat wel doet, of niemand.",
)
REFUSALS[MorningIsQuiet] = lambda say, it: say(
    en=f"That's in your quiet hours, {it.quiet_from:%H:%M}–{it.quiet_until:%H:%M}. "
    "Choose a time outside them.",
    nl=f"Dat valt in je stille uren, {it.quiet_from:%H:%M}–{it.quiet_until:%H:%M}. Kies een tijd erbuiten.",
)
REFUSALS[UnreadHours] = lambda say, it: say(
    en=f"I can't read hours in {code(it.typed)}. Type for example {code('12:00–13:00, wed 13–17, fri')}.",
    nl=f"Ik lees geen uren in {code(it.typed)}. Typ bijvoorbeeld {code('12:00–13:00, wo 13–17, vr')}.",
)
