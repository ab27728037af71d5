"""Why something came unasked, and the words to have it no more."""

from bot.core.language import Both, Language
from bot.people.preferences import Preferences, Profile, Rule
from bot.text.formats import clock_time
from bot.text.speaker import Speaker, said

TOLD = {
    Language.en: {
        Profile.light: "what's late or due today",
        Profile.standard: "what's late, due today or due tomorrow",
        Profile.active: "what's due this week, what waits, and what you added that's late",
    },
    Language.nl: {
        Profile.light: "wat te laat is of vandaag moet",
        Profile.standard: "wat te laat is, en wat vandaag of morgen moet",
        Profile.active: "wat deze week moet, wat wacht, en wat jij toevoegde en te laat is",
    },
}
"""The content of a morning message, by profile."""
RULES = {
    Rule.bundle: Both("the morning message", "het ochtendbericht"),
    Rule.meeting_reminder: Both("reminders of meetings", "herinneringen aan overleggen"),
    Rule.notes_wanted: Both("the question for notes", "de vraag om aantekeningen"),
    Rule.ladder: Both("what stays late", "wat te laat blijft"),
    Rule.item: Both("new action items", "nieuwe actiepunten"),
    Rule.minutes: Both("minutes", "notulen"),
    Rule.helper: Both("lending a hand", "dat je meehelpt"),
    Rule.offer: Both("questions about what you added", "vragen over wat je toevoegde"),
    Rule.leaver: Both("items of people who left", "actiepunten van wie weg is"),
    Rule.deputy: Both("standing in for somebody", "dat je iemand vervangt"),
    Rule.snooze: Both("what you snoozed", "wat je uitstelde"),
    Rule.invitation: Both("invitations", "uitnodigingen"),
    Rule.digest: Both("digests", "weekoverzichten"),
    Rule.sponsor: Both(
        "the week of a project that you sponsor", "de week van een project waarvan je opdrachtgever bent"
    ),
    Rule.mail: Both("invitations by e-mail", "uitnodigingen per e-mail"),
}
_BECAUSE_EN = {
    Rule.bundle: "Each working day at {at}, on your clock, you get one message with {told}. "
    "Not on public holidays or while you're away.",
    Rule.meeting_reminder: "You're invited and didn't say no: I remind you ten minutes before.",
    Rule.notes_wanted: "You organised this meeting: I ask the organiser for notes afterwards.",
    Rule.ladder: "What stays late goes up step by step: from its owner to the project manager, and then into "
    "the digest. Your project sets the steps.",
    Rule.item: "This one is for you. You get one message about it, and I keep that up to date.",
    Rule.minutes: "You were asked to this meeting, were there, or do something that was agreed in it. You "
    "get one message about it.",
    Rule.helper: "Somebody named you as a helper. You hear that once.",
    Rule.offer: "You added this action item, or you manage the project: you answer what its owner asks.",
    Rule.leaver: "You manage this project. You hear once what's still open of somebody who left.",
    Rule.deputy: "A colleague who's away named you as deputy. You hear that once.",
    Rule.snooze: "You asked me to remind you at this time.",
    Rule.invitation: "You're invited to this meeting, or asked when you can come.",
    Rule.digest: "The digest is for everybody in the channel. The project sets when it comes.",
    Rule.sponsor: "You sponsor this project: once a week your morning message says how it stands and what "
    "was decided.",
    Rule.mail: "You're invited: the mail puts the meeting into your calendar, and keeps it right there.",
}
_BECAUSE_NL = {
    Rule.bundle: "Elke werkdag om {at}, op je eigen klok, krijg je één bericht met {told}. "
    "Niet op feestdagen of als je afwezig bent.",
    Rule.meeting_reminder: "Je bent uitgenodigd en zei geen nee: ik herinner je er tien minuten van tevoren "
    "aan.",
    Rule.notes_wanted: "Jij organiseerde dit overleg: na afloop vraag ik de organisator om aantekeningen.",
    Rule.ladder: "Wat te laat blijft, gaat stap voor stap omhoog: van de actiehouder naar de projectmanager, "
    "en dan naar het weekoverzicht. Je project bepaalt de stappen.",
    Rule.item: "Dit actiepunt is voor jou. Je krijgt er één bericht over, en dat houd ik bij.",
    Rule.minutes: "Je was uitgenodigd voor dit overleg, was erbij, of doet iets wat er is afgesproken. Je "
    "krijgt er één bericht over.",
    Rule.helper: "Iemand noemde jou als helper. Dat hoor je één keer.",
    Rule.offer: "Jij voegde dit actiepunt toe of leidt het project: jij beslist wat de actiehouder vraagt.",
    Rule.leaver: "Jij leidt dit project. Je hoort één keer wat er nog openstaat van iemand die weg is.",
    Rule.deputy: "Een collega die afwezig is, noemde jou als vervanger. Dat hoor je één keer.",
    Rule.snooze: "Je vroeg me je hier op dit moment aan te herinneren.",
    Rule.invitation: "Je bent uitgenodigd voor dit overleg, of gevraagd wanneer je kunt.",
    Rule.digest: "Het weekoverzicht is voor iedereen in het kanaal. Het project bepaalt wanneer het komt.",
    Rule.sponsor: "Je bent opdrachtgever van dit project: eens per week staat in je ochtendbericht hoe het "
    "ervoor staat en wat er besloten is.",
    Rule.mail: "Je bent uitgenodigd: de mail zet het overleg in je agenda, en houdt het daar bij.",
}


class ReasonTexts(Speaker):
    why = said(en="Why do I get this?", nl="Waarom krijg ik dit?")

    def why_because(self, rule: Rule, preferences: Preferences) -> str:
        because = self.say(en=_BECAUSE_EN, nl=_BECAUSE_NL)[rule]
        told = TOLD[self.language][Profile(preferences.profile)]
        return because.format(at=clock_time(preferences.morning, self.language), told=told)

    why_always = said(
        en="You can't turn this off: otherwise you wouldn't know.",
        nl="Dit kan niet uit: anders weet je het niet.",
    )

    def rule_name(self, rule: Rule) -> str:
        return self.both(RULES[rule])

    turn_off = said(en="Turn this off", nl="Zet dit uit")
    off = said(en="Off", nl="Uit")
    turn_on = said(en="Turn this on again", nl="Zet dit weer aan")

    def turned(self, rule: Rule, *, on: bool) -> str:
        return self.say(
            en=f"From now on I{'' if on else ' no longer'} send you this: {self.rule_name(rule)}.",
            nl=f"Vanaf nu stuur ik je dit {'weer' if on else 'niet meer'}: {self.rule_name(rule)}.",
        )
