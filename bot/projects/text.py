"""Sentences about a project: its form, its card, its welcome."""

from collections.abc import Sequence
from datetime import date

from bot.core.language import Both, Language
from bot.core.nouns import NameOf
from bot.core.project import Project
from bot.projects.days_off import Off
from bot.projects.field_text import (
    FIELDS,
    HINTS_EN,
    HINTS_NL,
    unlike_others,
)
from bot.text.formats import city, clock_time, counted, long_weekday, near_day
from bot.text.sentences import Speaker, bold, code, esc, said

LANGUAGE_NAMES = {Language.en: "English", Language.nl: "Nederlands"}


PROJECT_FIELDS = {
    "name": Both("Name of the project", "Naam van het project"),
    "manager": Both("Project manager", "Projectmanager"),
    "sponsor": Both("Sponsor", "Opdrachtgever"),
    "language": Both("Language in the channel", "Taal in het kanaal"),
    "zone": Both("Time zone", "Tijdzone"),
    "working_days": Both("Working days", "Werkdagen"),
    "day_start": Both("The working day starts at", "De werkdag begint om"),
    "day_end": Both("The working day ends at", "De werkdag eindigt om"),
    "digest_day": Both("Weekly digest on", "Weekoverzicht op"),
    "digest_time": Both("Digest at", "Weekoverzicht om"),
    "retention_days": Both("Keep what is recorded for", "Bewaar wat is vastgelegd"),
    **FIELDS,
}


DAYS_OFF = {
    Off.weekend: Both("in a weekend", "in het weekend"),
    Off.holiday: Both("a public holiday", "een feestdag"),
    Off.project: Both("a day off", "een vrije dag"),
}


class ProjectTexts(Speaker):
    def falls_on(self, day: date, off: Off, today: date) -> str:
        """Fri 25 Dec is a public holiday"""
        on, why = near_day(day, today, self.language), self.both(DAYS_OFF[off])
        return self.say(en=f"{on} is {why}", nl=f"{on} is {why}")

    _hints_en = {
        "language": "In person I speak everybody's own language.",
        "zone": "A city will do: Amsterdam.",
        "digest_day": "What changed, what's late and what's next, in this channel.",
        **HINTS_EN,
    }
    _hints_nl = {
        "language": "Persoonlijke berichten krijgt iedereen in zijn eigen taal.",
        "zone": "Een stad is genoeg: Amsterdam.",
        "digest_day": "Wat veranderde, wat te laat is en wat eraan komt, in dit kanaal.",
        **HINTS_NL,
    }

    def project_field(self, name: str) -> str:
        """The label of a field of ProjectSettings."""
        return self.both(PROJECT_FIELDS[name])

    def project_hint(self, name: str) -> str | None:
        return self.say(en=self._hints_en.get(name), nl=self._hints_nl.get(name))

    def project_form_title(self, *, new: bool) -> str:
        return self.say(
            en="Set up the project" if new else "Project settings",
            nl="Project inrichten" if new else "Projectinstellingen",
        )

    set_up_project = said(en="Set up the project", nl="Project inrichten")
    more_settings = said(en="More settings", nl="Meer instellingen")
    change_project = said(en="Change", nl="Wijzigen")
    project_settings = said(en="Settings", nl="Instellingen")
    project_commands = said(en="What can I type?", nl="Wat kan ik typen?")

    def project_set_up(self, project: Project) -> str:
        return self.say(
            en=f"*{esc(project.name)} is ready.* Write what you agree; "
            "I remind the right person at the right time.",
            nl=f"*{esc(project.name)} is klaar.* Schrijf wat je afspreekt; "
            "ik herinner de juiste persoon op het juiste moment.",
        )

    def project_in_short(self, project: Project, manager: str) -> str:
        """Tom manages · digest Mondays 09:00"""
        who, at = esc(manager), clock_time(project.digest_time, self.language)
        if project.digest_day is None:
            digest = self.no_digest()
        else:
            day = self.weekday_name(project.digest_day)
            digest = self.say(en=f"digest {day}s {at}", nl=f"weekoverzicht {day} {at}")
        return self.say(en=f"{who} manages · {digest}", nl=f"{who} leidt het · {digest}")

    def project_is(self, project: Project) -> str:
        return self.say(
            en=f"This channel's project is {bold(project.name)}.",
            nl=f"Het project van dit kanaal is {bold(project.name)}.",
        )

    def project_there_already(self, project: Project) -> str:
        return self.say(
            en=f"Somebody beat you to it: {bold(project.name)} is set up already, and I left it alone.",
            nl=f"Iemand was je voor: {bold(project.name)} is al ingericht, en dat liet ik zo.",
        )

    def project_lines(self, project: Project, name_of: NameOf) -> str:
        return "\n".join(f"• {label}: {value}" for label, value in self._facts(project, name_of).items())

    def project_differences(self, was: Project, now: Project, name_of: NameOf) -> list[str]:
        """One line for each thing that is not the same."""
        old, new = self._facts(was, name_of), self._facts(now, name_of)
        usual = self.say(en="as usual", nl="zoals gewoonlijk")
        return [
            f"{label}: {old.get(label, usual)} → {new.get(label, usual)}"
            for label in dict.fromkeys([*old, *new])
            if old.get(label) != new.get(label)
        ]

    def project_changed(self, who: str, project: str) -> str:
        """Above what is different since."""
        return self.say(
            en=f"{bold(who)} changed how I work for {esc(project)}:",
            nl=f"{bold(who)} veranderde hoe ik voor {esc(project)} werk:",
        )

    def settings_asked(self, manager: str, lines: Sequence[str]) -> str:
        """To who changed what the manager decides."""
        listed = "\n".join(f"• {line}" for line in lines)
        return self.say(
            en=f"{esc(manager)} manages the project and decides this. I asked them:\n{listed}",
            nl=f"{esc(manager)} leidt het project en beslist hierover. Ik heb het gevraagd:\n{listed}",
        )

    def settings_proposed(self, who: str, channel: str) -> str:
        """To the manager, above what would be different."""
        return self.say(
            en=f"{bold(who)} would like to change how I work in {channel}:",
            nl=f"{bold(who)} wil veranderen hoe ik in {channel} werk:",
        )

    settings_agree = said(en="Agree", nl="Akkoord")
    settings_keep = said(en="Not now", nl="Nu niet")

    def settings_answered(self, manager: str, channel: str, *, agreed: bool) -> str:
        """To who proposed it, above what it was."""
        if agreed:
            return self.say(
                en=f"{bold(manager)} agrees. From now on in {channel}:",
                nl=f"{bold(manager)} is akkoord. Vanaf nu in {channel}:",
            )
        return self.say(
            en=f"{bold(manager)} says not now. You asked for this in {channel}:",
            nl=f"{bold(manager)} zegt: nu niet. Je vroeg om dit in {channel}:",
        )

    def settings_decided(self, *, agreed: bool) -> str:
        """Where the manager was asked."""
        return self.say(
            en="You agreed. It's changed." if agreed else "You said not now. Nothing changed.",
            nl="Je bent akkoord. Het is gewijzigd." if agreed else "Je zei: nu niet. Er is niets gewijzigd.",
        )

    def _facts(self, project: Project, name_of: NameOf) -> dict[str, str]:
        """Each value in words, by its label."""
        say, digest = self.say, self.no_digest()
        if project.digest_day is not None:
            day, at = self.weekday_name(project.digest_day), clock_time(project.digest_time, self.language)
            digest = say(en=f"every {day} at {at}", nl=f"elke {day} om {at}")
        return {
            say(en="Project manager", nl="Projectmanager"): esc(name_of(project.manager)),
            say(en="Sponsor", nl="Opdrachtgever"): esc(name_of(project.sponsor))
            or say(en="nobody yet", nl="nog niemand"),
            say(en="Language", nl="Taal"): LANGUAGE_NAMES[Language(project.language)],
            say(en="Time zone", nl="Tijdzone"): city(project.zone, self.language),
            say(en="Working days", nl="Werkdagen"): ", ".join(map(self.weekday_name, project.working_days)),
            say(en="Working hours", nl="Werktijd"): f"{project.day_start:%H:%M}–{project.day_end:%H:%M}",
            say(en="Weekly digest", nl="Weekoverzicht"): digest,
            say(en="Kept for", nl="Bewaartermijn"): self.retention(project.retention_days),
            **unlike_others(project, self.language),
        }

    def weekday_name(self, number: int) -> str:
        return long_weekday(number, self.language)

    no_digest = said(en="no digest", nl="geen weekoverzicht")

    def retention(self, days: int) -> str:
        years, rest = divmod(days, 365)
        if rest:
            return self.say(en=f"{days} days", nl=f"{days} dagen")
        return self.say(en=counted(years, "year", "years"), nl=f"{years} jaar")

    def no_project_yet(self, typed: str) -> str:
        """`typed` is what will be done once there is one; empty when there is nothing to do."""
        return self.say(
            en="This channel has no project yet."
            + (" Set it up, and I'll do what you typed right after." if typed else ""),
            nl="Dit kanaal heeft nog geen project."
            + (" Richt het in, dan doe ik daarna meteen wat je typte." if typed else ""),
        )

    welcome = said(
        en="*Hello, I'm Spil.* I keep track of what this channel agrees, "
        "and remind the right person at the right time.",
        nl="*Hallo, ik ben Spil.* Ik houd bij wat dit kanaal afspreekt, "
        "en herinner de juiste persoon op het juiste moment.",
    )

    def welcome_done(self, project: Project) -> str:
        return self.say(
            en=f"*Hello, I'm Spil.* I keep track of what {bold(project.name)} agrees.",
            nl=f"*Hallo, ik ben Spil.* Ik houd bij wat {bold(project.name)} afspreekt.",
        )

    welcome_help = said(
        en=f"{code('/spil help')} shows what you can type",
        nl=f"{code('/spil hulp')} toont wat je kunt typen",
    )
