"""Why something about a project or its channel cannot be, and what to do instead."""

from bot.core.errors import (
    BotOutside,
    DayEndsBeforeItStarts,
    NoName,
    NoWorkingDays,
    OnlyInChannel,
    Outdated,
    UnknownZone,
)
from bot.projects.fields import NoCount, NoDaysOff, NoEmoji, NoLadder, TooManyDaysOff, WhichDayOff
from bot.text.marks import code, esc
from bot.text.speaker import Refusals

REFUSALS = Refusals()
REFUSALS[BotOutside] = lambda say, _: say(
    en=f"I'm not in this channel. Type {code('/invite @Spil')} and try again.",
    nl=f"Ik zit niet in dit kanaal. Typ {code('/invite @Spil')} en probeer het nog eens.",
)
REFUSALS[OnlyInChannel] = lambda say, _: say(
    en="Type this in your project's channel: here I can't tell which project you mean.",
    nl="Typ dit in het kanaal van je project: hier zie ik niet welk project je bedoelt.",
)
REFUSALS[Outdated] = lambda say, _: say(
    en=f"This button no longer works. Type {code('/spil help')} to see what you can do.",
    nl=f"Deze knop werkt niet meer. Typ {code('/spil hulp')} om te zien wat je kunt doen.",
)
REFUSALS[NoName] = lambda say, _: say(en="Give the project a name.", nl="Geef het project een naam.")
REFUSALS[NoWorkingDays] = lambda say, _: say(
    en="Choose at least one working day.", nl="Kies minstens één werkdag."
)
REFUSALS[DayEndsBeforeItStarts] = lambda say, it: say(
    en=f"Choose an end later than {it.start:%H:%M}.", nl=f"Kies een einde na {it.start:%H:%M}."
)
REFUSALS[UnknownZone] = lambda say, it: say(
    en=f"I can't place {esc(it.typed)}."
    + (f" Did you mean {esc(it.nearest)}?" if it.nearest else " Type a city, such as Amsterdam."),
    nl=f"Ik kan {esc(it.typed)} niet plaatsen."
    + (f" Bedoelde je {esc(it.nearest)}?" if it.nearest else " Typ een stad, zoals Amsterdam."),
)
REFUSALS[NoLadder] = lambda say, it: say(
    en=f"Type three rising numbers of working days, at most {it.longest}: {code('2, 5, 10')}.",
    nl=f"Typ drie oplopende aantallen werkdagen, hoogstens {it.longest}: {code('2, 5, 10')}.",
)
REFUSALS[NoCount] = lambda say, it: say(
    en=f"Type a number from 1 to {it.most}.", nl=f"Typ een getal van 1 tot en met {it.most}."
)
REFUSALS[NoEmoji] = lambda say, _: say(
    en=f"Type one emoji by its name, such as {code(':pushpin:')}.",
    nl=f"Typ één emoji bij zijn naam, zoals {code(':pushpin:')}.",
)
REFUSALS[NoDaysOff] = lambda say, it: say(
    en=f"I can't find a day in {code(it.typed)}. Type {code('24 December')} or {code('24 Dec – 2 Jan')}.",
    nl=f"Ik vind geen dag in {code(it.typed)}. Typ {code('24 december')} of {code('24 dec – 2 jan')}.",
)
REFUSALS[WhichDayOff] = lambda say, it: say(
    en=f"{code(it.typed)} can be more than one day. Write the month in letters: {code('3 Apr')}.",
    nl=f"{code(it.typed)} kan meer dan één dag zijn. Schrijf de maand voluit: {code('3 april')}.",
)
REFUSALS[TooManyDaysOff] = lambda say, it: say(
    en=f"That's more than {it.most} days. Leave out those that are long past.",
    nl=f"Dat zijn meer dan {it.most} dagen. Laat weg wat lang voorbij is.",
)
