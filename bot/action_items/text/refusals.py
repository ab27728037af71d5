"""Why something about action items cannot be, and what to do instead."""

from bot.action_items.change import NotYours
from bot.action_items.dependencies import (
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    NoRepetition,
    NotANumber,
    StartsAfterDue,
    WaitsInCircle,
)
from bot.action_items.propose import NoReason, NotDecider, NotOwner, NotYourself, SameDue
from bot.core.language import Language
from bot.text.formats import near_day
from bot.text.sentences import Refusals, code, mention


def _chain(it: WaitsInCircle) -> str:
    return " → ".join(f"A-{number}" for number in it.numbers)


REFUSALS = Refusals()
REFUSALS[NotANumber] = lambda say, it: say(
    en=f"{code(it.typed)} isn't a number of an action item. Type it as {code('A-12')}.",
    nl=f"{code(it.typed)} is geen nummer van een actiepunt. Typ het zoals {code('A-12')}.",
)
REFUSALS[NotYours] = lambda say, it: say(
    en=f"Only its owner takes over the new text. "
    f"{f'Ask {mention(it.owner)}' if it.owner else 'Give it an owner first'}, "
    "or press *Edit* and change the text.",
    nl="Alleen de actiehouder neemt de nieuwe tekst over. "
    f"{f'Vraag het {mention(it.owner)}' if it.owner else 'Kies eerst een actiehouder'}, "
    "of druk op *Wijzigen*.",
)
REFUSALS[NotOwner] = lambda say, it: say(
    en=f"A-{it.number} "
    + (f"is {mention(it.owner)}'s" if it.owner else "has no owner now")
    + ": only its owner answers for it.",
    nl=f"A-{it.number} "
    + (f"is van {mention(it.owner)}" if it.owner else "heeft nu geen actiehouder")
    + ": alleen de actiehouder gaat erover.",
)
REFUSALS[NotDecider] = lambda say, it: say(
    en=f"This is for {mention(it.decider)} to answer." if it.decider else "Nobody here can answer this.",
    nl=f"Dit is aan {mention(it.decider)}." if it.decider else "Niemand hier kan dit beantwoorden.",
)
REFUSALS[NoReason] = lambda say, _: say(
    en="Say why in a few words, so that the answer can be yes.",
    nl="Zeg in een paar woorden waarom, dan is ja zeggen makkelijker.",
)
REFUSALS[SameDue] = lambda say, _: say(
    en="It has that date already. Choose another one.", nl="Die datum heeft het al. Kies een andere."
)
REFUSALS[NotYourself] = lambda say, _: say(
    en="That's you. Name somebody else, or nobody.", nl="Dat ben jij. Noem iemand anders, of niemand."
)
REFUSALS[NoAddress] = lambda say, it: say(
    en=(f"{code(it.typed)} isn't an e-mail address." if it.typed else "An e-mail address is missing.")
    + " An owner from outside has a name and an address: `Jan Jansen <jan@example.com>`.",
    nl=(f"{code(it.typed)} is geen e-mailadres." if it.typed else "Er ontbreekt een e-mailadres.")
    + " Een actiehouder van buiten heeft naam en adres: `Jan Jansen <jan@example.com>`.",
)
REFUSALS[NoNameOutside] = lambda say, it: say(
    en=f"Whose address is {code(it.address)}? Type the name too: `Jan Jansen <jan@example.com>`.",
    nl=f"Van wie is {code(it.address)}? Typ ook de naam: `Jan Jansen <jan@example.com>`.",
)
REFUSALS[WaitsInCircle] = lambda say, it: say(
    en=f"That would make them wait for each other: {_chain(it)}. End one of these first.",
    nl=f"Dan wachten ze op elkaar: {_chain(it)}. Maak er eerst een los.",
)
REFUSALS[ClosedAlready] = lambda say, it: say(
    en=f"A-{it.number} is closed already: there's nothing to wait for.",
    nl=f"A-{it.number} is al afgesloten: er is niets om op te wachten.",
)
REFUSALS[StartsAfterDue] = lambda say, it: say(
    en=f"It would start on {near_day(it.starts, it.due, Language.en)}, after its date "
    f"{near_day(it.due, it.starts, Language.en)}. Move one of the two.",
    nl=f"Dan begint het op {near_day(it.starts, it.due, Language.nl)}, na de datum "
    f"{near_day(it.due, it.starts, Language.nl)}. Verschuif een van de twee.",
)
REFUSALS[NoRepetition] = lambda say, it: say(
    en=f"I see nothing that repeats in {code(it.typed)}. Type `every Monday` or `every first Monday`.",
    nl=f"Ik zie niets terugkomen in {code(it.typed)}. Typ `elke maandag` of `elke eerste maandag`.",
)
