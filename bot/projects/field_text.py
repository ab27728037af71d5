"""Sentences about what a project's form asks beyond its basics, and why something about it cannot be."""

from datetime import datetime

from bot.core.errors import (
    BotOutside,
    DayEndsBeforeItStarts,
    NoName,
    NoWorkingDays,
    OnlyInChannel,
    Outdated,
    UnknownZone,
)
from bot.core.language import Both, Language
from bot.core.project import HUDDLES, SHARED_FILES, Project, ProjectSettings
from bot.projects.fields import NoCount, NoDaysOff, NoEmoji, NoLadder, TooManyDaysOff, WhichDayOff, in_spans
from bot.text.formats import near_moment, plain_day
from bot.text.sentences import Refusals, Speaker, code, esc, said

LOCAL = ("localhost", "127.0.0.1", "::1")
FIELDS = {
    "ladder": Both("Steps for what stays late", "Stappen voor wat te laat blijft"),
    "most_postponements": Both(
        "Postponements after which I ask for a decision", "Keren uitstel waarna ik een besluit vraag"
    ),
    "minutes_days": Both(
        "Working days within which minutes are sent", "Werkdagen waarbinnen notulen verspreid zijn"
    ),
    "pin": Both("Emoji for action items", "Emoji voor actiepunten"),
    "notes_asked": Both("Offer to draft minutes from", "Bied aan notulen te maken van"),
    "minutes": Both("Minutes", "Notulen"),
    "days_off": Both("Days off", "Vrije dagen"),
    "language_model": Both("Language model for minutes", "Taalmodel voor notulen"),
    "minutes_template": Both("Word template for minutes", "Word-sjabloon voor notulen"),
}
HINTS_EN = {
    "ladder": "Working days late until the project manager sees it, is asked to decide, and it stands "
    "in the digest as needing a decision. For example 2, 5, 10.",
    "notes_asked": "When such notes appear in the channel, I ask one person, once.",
    "minutes_days": "I remind whoever takes them, and tell the project manager once when they're late. Leave "
    "it empty and I don't.",
    "pin": "Put it on a message, and I offer to make that an action item. Leave it empty for none.",
    "minutes_template": "Untick it and the Word files of minutes look plain again. Another Word file that "
    "you send me in a direct message can take its place.",
    "days_off": "When nobody works on it, beside weekends: 24 December, or 24 Dec – 2 Jan. One per line.",
    "retention_days": "What's closed and untouched for longer goes for good. When you shorten it I wait a "
    "day, so that you can change it back.",
}
HINTS_NL = {
    "ladder": "Werkdagen te laat tot de projectmanager het ziet, erover moet beslissen, en het in het "
    "weekoverzicht staat omdat het een besluit vraagt. Bijvoorbeeld 2, 5, 10.",
    "notes_asked": "Komen zulke aantekeningen in het kanaal, dan vraag ik het één persoon, één keer.",
    "minutes_days": "Ik herinner wie ze maakt, en meld het de projectmanager één keer als ze te laat zijn. "
    "Laat het leeg en ik doe dat niet.",
    "pin": "Zet hem bij een bericht, dan vraag ik of dat een actiepunt wordt. Laat het leeg voor geen.",
    "minutes_template": "Vink het uit en de Word-bestanden van notulen zien er weer gewoon uit. Een ander "
    "Word-bestand dat je me in een direct bericht stuurt, kan ervoor in de plaats komen.",
    "days_off": "Waarop niemand aan het project werkt, naast het weekend: 24 december, of 24 dec – 2 jan. "
    "Eén per regel.",
    "retention_days": "Wat afgesloten is en langer niet aangeraakt, gaat voorgoed weg. Kies je korter, dan "
    "wacht ik een dag, zodat je terug kunt.",
}


def kinds_of_notes(language: Language) -> dict[str, str]:
    """By what `notes_asked` holds."""
    if language == Language.en:
        return {HUDDLES: "huddle notes", SHARED_FILES: "notes and transcripts that are shared"}
    return {HUDDLES: "aantekeningen van huddles", SHARED_FILES: "gedeelde aantekeningen en transcripties"}


def days_written(days: list[str], language: Language) -> list[str]:
    """As they stand in the form, and can be typed: 24 Dec 2026 – 2 Jan 2027."""
    spans = [[plain_day(day, language) for day in dict.fromkeys(span)] for span in in_spans(days)]
    return [" – ".join(span) for span in spans]


def unlike_others(project: Project, language: Language) -> dict[str, str]:
    """By label, what this project sets otherwise than a new one."""
    usual = ProjectSettings(name=project.name, manager=project.manager)
    none, on = {Language.en: ("none", "on"), Language.nl: ("geen", "aan")}[language]
    said = {
        "ladder": ", ".join(map(str, project.ladder)),
        "most_postponements": str(project.most_postponements),
        "minutes_days": str(project.minutes_days or none),
        "pin": f":{esc(project.pin)}:" if project.pin else none,
        "days_off": ", ".join(days_written(project.days_off, language)),
        "language_model": on,
        "minutes_template": esc(project.minutes_template),
        "notes_asked": ", ".join(kinds_of_notes(language)[each] for each in project.notes_asked) or none,
    }
    return {
        FIELDS[field].in_language(language): value
        for field, value in said.items()
        if getattr(project, field) != getattr(usual, field)
    }


class ProjectFieldTexts(Speaker):
    language_model_on = said(en="Have it read our notes too", nl="Laat het onze aantekeningen ook lezen")

    def language_model_hint(self, host: str) -> str:
        """`host`: the server that it runs on."""
        if host in LOCAL:
            host = self.say(en="a model on this machine", nl="een model op deze machine")
        return self.say(
            en=f"What you give me as notes goes to {host} then, with the names in it, and nothing else does. "
            "I show only what stands in your notes. Without it, I read them here by myself.",
            nl=f"Wat je mij als aantekeningen geeft, gaat dan naar {host}, met de namen erin, verder niets. "
            "Ik toon alleen wat in je aantekeningen staat. Anders lees ik ze hier zelf.",
        )

    def project_minutes(self, name: str) -> str:
        """A tick of the form."""
        if name == "chair_checks":
            return self.say(en="The chair checks them before", nl="De voorzitter controleert ze vooraf")
        if name == "minutes_canvas":
            return self.say(
                en="The last ones as the channel's canvas", nl="De laatste als canvas van het kanaal"
            )
        return self.say(en="In person to all who were asked", nl="Persoonlijk aan alle genodigden")

    def forgotten_soon(self, count: int, kept: str, when: datetime) -> str:
        """After a shorter term, `kept` in words: how much goes at `when`, soon, on the reader's clock."""
        at = near_moment(when, when.date(), self.language)
        if self.language == Language.en:
            things = "one closed thing" if count == 1 else f"up to {count} closed items, meetings and minutes"
            return (
                f"Mind: after {at} I forget {things} for good, untouched for {kept}. "
                "Until then you can set it back."
            )
        things = "één ding" if count == 1 else f"hoogstens {count} dingen (actiepunten, overleggen, notulen)"
        return (
            f"Let op: na {at} vergeet ik voorgoed {things}, afgesloten en {kept} niet "
            "aangeraakt. Tot dan kun je het terugzetten."
        )


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
