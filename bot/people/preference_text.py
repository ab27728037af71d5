"""Sentences about how somebody wants to be reminded."""

from datetime import datetime
from functools import cache

from babel import Locale

from bot.core.language import Language
from bot.people.preferences import CAN_BE_OFF, Preferences, Profile, Rule
from bot.people.why_text import RULES, TOLD
from bot.text.formats import LOCALE, clock_time, long_weekday, moment
from bot.text.marks import bold
from bot.text.speaker import Speaker


@cache
def _countries(language: Language) -> Locale:
    return Locale.parse(LOCALE[language])


def _country(code: str, language: Language) -> str:
    return str(_countries(language).territories.get(code, code))


def _off(preferences: Preferences, language: Language) -> list[str]:
    return [RULES[language][rule] for rule in CAN_BE_OFF if not preferences.wants(rule)]


class PreferenceTexts(Speaker):
    _wishes_en = {
        "profile": "How much",
        "working_days": "Your working days",
        "morning": "Morning message at",
        "quiet_from": "Quiet hours from",
        "quiet_until": "until",
        "country": "Public holidays of",
        "rules": "What I may send you",
    }
    _wishes_nl = {
        "profile": "Hoeveel",
        "working_days": "Je werkdagen",
        "morning": "Ochtendbericht om",
        "quiet_from": "Stille uren vanaf",
        "quiet_until": "tot",
        "country": "Feestdagen van",
        "rules": "Wat ik je mag sturen",
    }

    _wish_hints_en = {
        "morning": "On your own clock; nothing comes when there is nothing.",
        "quiet_until": "Between these I remind you of nothing, unless a meeting is about to begin.",
        "country": "On these days, and while you are away, I ask nothing of you.",
    }
    _wish_hints_nl = {
        "morning": "Op je eigen klok; is er niets, dan komt er niets.",
        "quiet_until": "Ertussen herinner ik je nergens aan, tenzij er een overleg begint.",
        "country": "Op die dagen, en terwijl je afwezig bent, vraag ik je niets.",
    }

    def reminder_settings(self) -> str:
        return self.say(en="Reminder settings", nl="Herinneringen")

    def reminder_field(self, name: str) -> str:
        """The label of a field of Preferences; "rules" are those that are on."""
        return self.say(en=self._wishes_en[name], nl=self._wishes_nl[name])

    def reminder_hint(self, name: str) -> str | None:
        return self.say(en=self._wish_hints_en.get(name), nl=self._wish_hints_nl.get(name))

    def profile_name(self, profile: Profile) -> str:
        if self.language == Language.en:
            names = {Profile.light: "Light", Profile.standard: "Standard", Profile.active: "Active"}
            told = {
                Profile.light: "overdue and today",
                Profile.standard: "also tomorrow",
                Profile.active: "also this week, waiting, raised by you",
            }
            return f"{names[profile]}: {told[profile]}"
        names = {Profile.light: "Licht", Profile.standard: "Standaard", Profile.active: "Actief"}
        told = {
            Profile.light: "te laat en vandaag",
            Profile.standard: "ook morgen",
            Profile.active: "ook deze week, wat wacht, door jou ingebracht",
        }
        return f"{names[profile]}: {told[profile]}"

    def country_name(self, code: str) -> str:
        """Empty for no country."""
        return self.say(
            en=_country(code, Language.en) if code else "No country",
            nl=_country(code, Language.nl) if code else "Geen land",
        )

    def country_by_zone(self, code: str) -> str:
        return self.say(
            en=f"Where I am: {self.country_name(code)}", nl=f"Waar ik ben: {self.country_name(code)}"
        )

    def reminders_are(self, preferences: Preferences, country: str, next_bundle: datetime) -> str:
        """`next_bundle` is on the person's clock, naive."""
        if self.language == Language.en:
            days = ", ".join(long_weekday(each, Language.en) for each in preferences.working_days)
            quiet = f"{preferences.quiet_from:%H:%M}–{preferences.quiet_until:%H:%M}"
            off = ", ".join(_off(preferences, Language.en)) or "nothing"
            comes = (
                f"{TOLD[Language.en][Profile(preferences.profile)]}; next on "
                f"{moment(next_bundle, Language.en)}"
            )
            lines = {
                "Morning message": comes if preferences.wants(Rule.bundle) else "off",
                "Working days": days,
                "Quiet hours": quiet if preferences.quiet_from != preferences.quiet_until else "none",
                "Public holidays": self.country_name(country),
                "Turned off": off,
            }
            rows = "\n".join(f"• {label}: {value}" for label, value in lines.items())
            return f"{bold('Your reminders')}\n{rows}"
        days = ", ".join(long_weekday(each, Language.nl) for each in preferences.working_days)
        quiet = f"{preferences.quiet_from:%H:%M}–{preferences.quiet_until:%H:%M}"
        off = ", ".join(_off(preferences, Language.nl)) or "niets"
        comes = (
            f"{TOLD[Language.nl][Profile(preferences.profile)]}; weer op {moment(next_bundle, Language.nl)}"
        )
        lines = {
            "Ochtendbericht": comes if preferences.wants(Rule.bundle) else "uit",
            "Werkdagen": days,
            "Stille uren": quiet if preferences.quiet_from != preferences.quiet_until else "geen",
            "Feestdagen": self.country_name(country),
            "Uitgezet": off,
        }
        rows = "\n".join(f"• {label}: {value}" for label, value in lines.items())
        return f"{bold('Je herinneringen')}\n{rows}"

    def reminders_in_short(self, preferences: Preferences) -> str:
        if self.language == Language.en:
            if not preferences.wants(Rule.bundle):
                return "The morning message is off."
            at = clock_time(preferences.morning, Language.en)
            return f"Each working day at {at}: {TOLD[Language.en][Profile(preferences.profile)]}."
        if not preferences.wants(Rule.bundle):
            return "Het ochtendbericht staat uit."
        at = clock_time(preferences.morning, Language.nl)
        return f"Elke werkdag om {at}: {TOLD[Language.nl][Profile(preferences.profile)]}."
