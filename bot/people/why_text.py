"""Why something came unasked, and the words to have it no more."""

from bot.core.language import Language
from bot.people.preferences import Preferences, Profile, Rule
from bot.text.formats import clock_time
from bot.text.speaker import Speaker

TOLD = {
    Language.en: {
        Profile.light: "what is overdue or due today",
        Profile.standard: "what is overdue, due today or due tomorrow",
        Profile.active: "what is due up to the end of the week, what waits, and what you raised and is late",
    },
    Language.nl: {
        Profile.light: "wat te laat is of vandaag moet",
        Profile.standard: "wat te laat is, en wat vandaag of morgen moet",
        Profile.active: "wat tot het eind van de week moet, wat wacht, en wat jij inbracht en te laat is",
    },
}
"""The content of a morning message, by profile."""
RULES = {
    Language.en: {
        Rule.bundle: "the morning message",
        Rule.meeting_reminder: "reminders of meetings",
        Rule.notes_wanted: "the question for notes",
        Rule.ladder: "what stays overdue",
        Rule.item: "new action items",
        Rule.helper: "lending a hand",
        Rule.offer: "questions about what you raised",
        Rule.leaver: "items of who left",
        Rule.deputy: "being a deputy",
        Rule.snooze: "what you snoozed",
        Rule.invitation: "invitations",
        Rule.digest: "digests",
        Rule.sponsor: "the week of a project that you sponsor",
    },
    Language.nl: {
        Rule.bundle: "het ochtendbericht",
        Rule.meeting_reminder: "herinneringen aan overleggen",
        Rule.notes_wanted: "de vraag om aantekeningen",
        Rule.ladder: "wat te laat blijft",
        Rule.item: "nieuwe actiepunten",
        Rule.helper: "dat je meehelpt",
        Rule.offer: "vragen over wat je inbracht",
        Rule.leaver: "actiepunten van wie weg is",
        Rule.deputy: "dat je iemand vervangt",
        Rule.snooze: "wat je uitstelde",
        Rule.invitation: "uitnodigingen",
        Rule.digest: "weekoverzichten",
        Rule.sponsor: "de week van een project waarvan je opdrachtgever bent",
    },
}
_BECAUSE_EN = {
    Rule.bundle: "On each of your working days, at {at} on your clock, you get one message with {told}; none "
    "on public holidays or while you are away.",
    Rule.meeting_reminder: "Everybody who is asked to a meeting and did not decline hears of it ten minutes "
    "before it begins.",
    Rule.notes_wanted: "You organised this meeting: when it has ended, its organiser is asked for notes.",
    Rule.ladder: "An action item that stays overdue goes up step by step, from its owner to the project "
    "manager and the digest; your project sets the steps.",
    Rule.item: "You are asked for this action item: you get one message about it, which stays up to date.",
    Rule.helper: "Somebody named you as a helper of this action item; who is named hears of it once.",
    Rule.offer: "You raised this action item, or you manage its project: you decide what its owner asks.",
    Rule.leaver: "You manage this project: its manager hears once of what somebody who left still owns.",
    Rule.deputy: "A colleague who is away named you as deputy; who is named hears of it once.",
    Rule.snooze: "You asked to be reminded of this at this time.",
    Rule.invitation: "You are asked to this meeting: everybody who is gets an invitation.",
    Rule.digest: "The digest is for all in a project's channel; the project sets when it comes.",
    Rule.sponsor: "You sponsor this project: once a week your morning message has how it stands and what was "
    "decided.",
}
_BECAUSE_NL = {
    Rule.bundle: "Op elk van je werkdagen, om {at} op je eigen klok, krijg je één bericht met {told}; niet "
    "op feestdagen of terwijl je afwezig bent.",
    Rule.meeting_reminder: "Wie voor een overleg gevraagd is en niet afzegde, hoort er tien minuten van "
    "tevoren van.",
    Rule.notes_wanted: "Jij organiseerde dit overleg: na afloop vraag ik de organisator om aantekeningen.",
    Rule.ladder: "Een actiepunt dat te laat blijft, gaat stap voor stap omhoog: van de actiehouder naar de "
    "projectmanager en het weekoverzicht; je project bepaalt de stappen.",
    Rule.item: "Dit actiepunt wordt van jou gevraagd: daarover krijg je één bericht, dat blijft kloppen.",
    Rule.helper: "Iemand noemde jou als helper van dit actiepunt; dat hoor je één keer.",
    Rule.offer: "Jij bracht dit actiepunt in of leidt het project: jij beslist wat de actiehouder vraagt.",
    Rule.leaver: "Jij leidt dit project: de projectmanager hoort één keer wat er nog staat van wie weg is.",
    Rule.deputy: "Een collega die afwezig is, noemde jou als vervanger; dat hoor je één keer.",
    Rule.snooze: "Je vroeg om hier op dit moment aan herinnerd te worden.",
    Rule.invitation: "Je bent voor dit overleg gevraagd: wie gevraagd is, krijgt een uitnodiging.",
    Rule.digest: "Het weekoverzicht is voor iedereen in een projectkanaal; het project bepaalt wanneer.",
    Rule.sponsor: "Je bent opdrachtgever van dit project: één keer per week staat in je ochtendbericht hoe "
    "het ervoor staat en wat er besloten is.",
}


class ReasonTexts(Speaker):
    def why(self) -> str:
        return self.say(en="Why do I get this?", nl="Waarom krijg ik dit?")

    def why_because(self, rule: Rule, preferences: Preferences) -> str:
        because = self.say(en=_BECAUSE_EN, nl=_BECAUSE_NL)[rule]
        told = TOLD[self.language][Profile(preferences.profile)]
        return because.format(at=clock_time(preferences.morning, self.language), told=told)

    def why_always(self) -> str:
        return self.say(
            en="This cannot be turned off, as you would not know of it otherwise.",
            nl="Dit kan niet uit, want anders zou je er niet van weten.",
        )

    def rule_name(self, rule: Rule) -> str:
        return RULES[self.language][rule]

    def turn_off(self) -> str:
        return self.say(en="Turn this off", nl="Zet dit uit")

    def off(self) -> str:
        return self.say(en="Off", nl="Uit")

    def turn_on(self) -> str:
        return self.say(en="Turn this on again", nl="Zet dit weer aan")

    def turned(self, rule: Rule, *, on: bool) -> str:
        return self.say(
            en=f"From now on I {'send you' if on else 'do not send you'} this: {self.rule_name(rule)}.",
            nl=f"Vanaf nu stuur ik je dit {'weer' if on else 'niet meer'}: {self.rule_name(rule)}.",
        )
