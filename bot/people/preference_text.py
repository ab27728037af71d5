"""Sentences about how somebody wants to be reminded, and what waits for their morning."""

from datetime import date, datetime
from functools import cache

from babel import Locale

from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.people.preferences import CAN_BE_OFF, Preferences, Profile, Rule, blocks_in, read_blocks
from bot.text.formats import LOCALE, city, clock_time, joined, length, long_weekday, near_moment, weekday
from bot.text.sentences import Speaker, bold, esc, said

WISHES = {
    "profile": Both("How much", "Hoeveel"),
    "working_days": Both("Your working days", "Je werkdagen"),
    "morning": Both("Morning message at", "Ochtendbericht om"),
    "quiet_from": Both("Quiet hours from", "Stille uren vanaf"),
    "quiet_until": Both("until", "tot"),
    "country": Both("Public holidays of", "Feestdagen van"),
    "no_meetings": Both("Keep free of meetings", "Vrijhouden van overleg"),
    "between_meetings": Both("Time between meetings", "Tijd tussen overleggen"),
    "rules": Both("What I may send you", "Wat ik je mag sturen"),
}
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


@cache
def _countries(language: Language) -> Locale:
    return Locale.parse(LOCALE[language])


def _country(code: str, language: Language) -> str:
    return str(_countries(language).territories.get(code, code))


def _off(preferences: Preferences, language: Language) -> list[str]:
    return [RULES[rule].in_language(language) for rule in CAN_BE_OFF if not preferences.wants(rule)]


class PreferenceTexts(Speaker):
    _wish_hints_en = {
        "morning": "On your own clock. No message when there's nothing to do.",
        "quiet_until": "I won't write to you between these, unless a meeting is about to begin.",
        "country": "I don't ask you anything on these days, or while you're away.",
        "no_meetings": "For example: 12:00–13:00, wed 13:00–17:00, fri. I won't propose these.",
    }
    _wish_hints_nl = {
        "morning": "Op je eigen klok. Is er niets te doen, dan komt er geen bericht.",
        "quiet_until": "Daartussen stuur ik je niets, tenzij er zo een overleg begint.",
        "country": "Op die dagen vraag ik je niets, en ook niet als je afwezig bent.",
        "no_meetings": "Bijvoorbeeld: 12:00–13:00, wo 13:00–17:00, vr. Die stel ik niet voor.",
    }

    reminder_settings = said(en="Reminder settings", nl="Herinneringen")

    def reminder_field(self, name: str) -> str:
        """The label of a field of Preferences; "rules" are those that are on."""
        return self.both(WISHES[name])

    def reminder_hint(self, name: str) -> str | None:
        return self.say(en=self._wish_hints_en.get(name), nl=self._wish_hints_nl.get(name))

    def profile_name(self, profile: Profile) -> str:
        return self.say(
            en={
                Profile.light: "Light: late and today",
                Profile.standard: "Standard: also tomorrow",
                Profile.active: "Active: also this week, waiting, and what you added",
            },
            nl={
                Profile.light: "Licht: te laat en vandaag",
                Profile.standard: "Standaard: ook morgen",
                Profile.active: "Actief: ook deze week, wat wacht, en wat je toevoegde",
            },
        )[profile]

    def country_name(self, code: str) -> str:
        """Empty for no country."""
        return self.say(
            en=_country(code, Language.en) if code else "No country",
            nl=_country(code, Language.nl) if code else "Geen land",
        )

    def country_by_zone(self, code: str) -> str:
        return self.say(
            en=f"By your time zone: {self.country_name(code)}",
            nl=f"Volgens je tijdzone: {self.country_name(code)}",
        )

    def reminders_are(self, wishes: Preferences, country: str, next_bundle: datetime, today: date) -> str:
        """`next_bundle` is on their clock, naive."""
        next_on = near_moment(next_bundle, today, self.language)
        told = TOLD[self.language][Profile(wishes.profile)]
        morning = self.say(en=f"{told}, next {next_on}", nl=f"{told}, weer op {next_on}")
        days = ", ".join(long_weekday(each, self.language) for each in wishes.working_days)
        start, end = wishes.quiet_from, wishes.quiet_until
        quiet = f"{start:%H:%M}–{end:%H:%M}" if start != end else ""
        blocks = blocks_in(read_blocks(wishes.no_meetings), self.language)
        free = " · ".join(filter(None, (blocks, self.between_meetings(wishes.between_meetings))))
        off, bundle = ", ".join(_off(wishes, self.language)), wishes.wants(Rule.bundle)
        lines = self.say(
            en={
                "Morning message": morning if bundle else "off",
                "Working days": days,
                "Quiet hours": quiet or "none",
                "Public holidays": self.country_name(country),
                "Kept free": free or "nothing",
                "Turned off": off or "nothing",
            },
            nl={
                "Ochtendbericht": morning if bundle else "uit",
                "Werkdagen": days,
                "Stille uren": quiet or "geen",
                "Feestdagen": self.country_name(country),
                "Vrijgehouden": free or "niets",
                "Uitgezet": off or "niets",
            },
        )
        rows = "\n".join(f"• {label}: {value}" for label, value in lines.items())
        return f"{bold(self.say(en='Your reminders', nl='Je herinneringen'))}\n{rows}"

    reminders_undone = said(
        en="Undone: your reminders are as they were.",
        nl="Teruggedraaid: je herinneringen zijn weer als eerst.",
    )

    def between_meetings(self, minutes: int) -> str:
        """Empty for none."""
        told = length(minutes, self.language)
        return self.say(en=f"{told} between meetings", nl=f"{told} tussen overleggen") if minutes else ""

    def reminders_in_short(self, preferences: Preferences) -> str:
        if not preferences.wants(Rule.bundle):
            return self.say(en="The morning message is off.", nl="Het ochtendbericht staat uit.")
        at = clock_time(preferences.morning, self.language)
        told = TOLD[self.language][Profile(preferences.profile)]
        return self.say(en=f"Each working day at {at}: {told}.", nl=f"Elke werkdag om {at}: {told}.")

    def held_until(self, names: list[str], at: datetime, zone: str, own_zone: str) -> str:
        """To who did it: their news waits for the morning of who gets it, at `at` in their zone."""
        here = local(at, zone)
        when = f"{weekday(here.date(), self.language)} {clock_time(here, self.language)}"
        elsewhere = local(at, own_zone).replace(tzinfo=None) != here.replace(tzinfo=None)
        place = (
            self.say(en=f" ({city(zone, self.language)} time)", nl=f" (tijd in {city(zone, self.language)})")
            if elsewhere
            else ""
        )
        who = joined([esc(name) for name in names], self.language)
        return self.say(
            en=f"{who} {'gets' if len(names) == 1 else 'get'} this on {when}{place}.",
            nl=f"{who} {'krijgt' if len(names) == 1 else 'krijgen'} dit {when}{place}.",
        )

    send_now = said(en="Send now", nl="Nu sturen")

    def sent_now(self, names: list[str]) -> str:
        who = joined([esc(name) for name in names], self.language)
        return self.say(en=f"Sent to {who}.", nl=f"Gestuurd aan {who}.")

    sent_already = said(en="That was sent already.", nl="Dat is al gestuurd.")


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
