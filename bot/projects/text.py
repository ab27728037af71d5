"""Sentences about a project: its form, its card, its welcome."""

from bot.core.language import Language
from bot.core.project import Project
from bot.projects.field_text import (
    FIELDS_EN,
    FIELDS_NL,
    HINTS_EN,
    HINTS_NL,
    unlike_others,
)
from bot.text.formats import clock_time, counted, long_weekday, zone_name
from bot.text.marks import bold, code, esc
from bot.text.speaker import Speaker

LANGUAGE_NAMES = {Language.en: "English", Language.nl: "Nederlands"}


class ProjectTexts(Speaker):
    _fields_en = {
        "name": "Name of the project",
        "manager": "Project manager",
        "sponsor": "Sponsor",
        "language": "Language in the channel",
        "zone": "Time zone",
        "working_days": "Working days",
        "day_start": "The working day starts at",
        "day_end": "The working day ends at",
        "digest_day": "Weekly digest on",
        "digest_time": "Digest at",
        "retention_days": "Keep what is recorded for",
        **FIELDS_EN,
    }
    _fields_nl = {
        "name": "Naam van het project",
        "manager": "Projectmanager",
        "sponsor": "Opdrachtgever",
        "language": "Taal in het kanaal",
        "zone": "Tijdzone",
        "working_days": "Werkdagen",
        "day_start": "De werkdag begint om",
        "day_end": "De werkdag eindigt om",
        "digest_day": "Weekoverzicht op",
        "digest_time": "Weekoverzicht om",
        "retention_days": "Bewaar wat is vastgelegd",
        **FIELDS_NL,
    }

    _hints_en = {
        "language": "In person I speak each colleague's own language.",
        "zone": "A city will do: Amsterdam, or Europe/Amsterdam.",
        "digest_day": "What changed, what is late and what comes next, in this channel.",
        **HINTS_EN,
    }
    _hints_nl = {
        "language": "Persoonlijke berichten krijgt iedereen in zijn eigen taal.",
        "zone": "Een stad is genoeg: Amsterdam, of Europe/Amsterdam.",
        "digest_day": "Wat veranderde, wat te laat is en wat eraan komt, in dit kanaal.",
        **HINTS_NL,
    }

    def project_field(self, name: str) -> str:
        """The label of a field of ProjectSettings."""
        return self.say(en=self._fields_en[name], nl=self._fields_nl[name])

    def project_hint(self, name: str) -> str | None:
        return self.say(en=self._hints_en.get(name), nl=self._hints_nl.get(name))

    def project_form_title(self, *, new: bool) -> str:
        return self.say(
            en="Set up the project" if new else "Change the project",
            nl="Project inrichten" if new else "Project wijzigen",
        )

    def set_up_project(self) -> str:
        return self.say(en="Set up the project", nl="Project inrichten")

    def change_project(self) -> str:
        return self.say(en="Change", nl="Wijzigen")

    def project_set_up(self, project: Project) -> str:
        return self.say(
            en=f"{bold(project.name)} is set up. This is what I go by:",
            nl=f"{bold(project.name)} is ingericht. Hier ga ik van uit:",
        )

    def project_is(self, project: Project) -> str:
        return self.say(
            en=f"This channel's project is {bold(project.name)}.",
            nl=f"Het project van dit kanaal is {bold(project.name)}.",
        )

    def project_there_already(self, project: Project) -> str:
        return self.say(
            en=f"Somebody else was first: {bold(project.name)} is set up already, and stays as it is.",
            nl=f"Iemand was je voor: {bold(project.name)} is al ingericht en blijft zoals het is.",
        )

    def project_lines(self, project: Project, manager: str, sponsor: str) -> str:
        """`manager`, `sponsor`: their names, the sponsor's empty where there is none."""
        if self.language == Language.en:
            digest = self.no_digest()
            if project.digest_day is not None:
                at = clock_time(project.digest_time, Language.en)
                digest = f"every {self.weekday_name(project.digest_day)} at {at}"
            lines = {
                "Project manager": esc(manager),
                "Sponsor": esc(sponsor) or "nobody yet",
                "Language": LANGUAGE_NAMES[Language(project.language)],
                "Time zone": zone_name(project.zone),
                "Working days": ", ".join(map(self.weekday_name, project.working_days)),
                "Working hours": f"{project.day_start:%H:%M}–{project.day_end:%H:%M}",
                "Weekly digest": digest,
                "Kept for": self.retention(project.retention_days),
                **unlike_others(project, FIELDS_EN, Language.en),
            }
            return "\n".join(f"• {label}: {value}" for label, value in lines.items())
        digest = self.no_digest()
        if project.digest_day is not None:
            at = clock_time(project.digest_time, Language.nl)
            digest = f"elke {self.weekday_name(project.digest_day)} om {at}"
        lines = {
            "Projectmanager": esc(manager),
            "Opdrachtgever": esc(sponsor) or "nog niemand",
            "Taal": LANGUAGE_NAMES[Language(project.language)],
            "Tijdzone": zone_name(project.zone),
            "Werkdagen": ", ".join(map(self.weekday_name, project.working_days)),
            "Werktijd": f"{project.day_start:%H:%M}–{project.day_end:%H:%M}",
            "Weekoverzicht": digest,
            "Bewaartermijn": self.retention(project.retention_days),
            **unlike_others(project, FIELDS_NL, Language.nl),
        }
        return "\n".join(f"• {label}: {value}" for label, value in lines.items())

    def weekday_name(self, number: int) -> str:
        return long_weekday(number, self.language)

    def no_digest(self) -> str:
        return self.say(en="no digest", nl="geen weekoverzicht")

    def retention(self, days: int) -> str:
        years, rest = divmod(days, 365)
        if rest:
            return self.say(en=f"{days} days", nl=f"{days} dagen")
        return self.say(en=counted(years, "year", "years"), nl=f"{years} jaar")

    def no_project_yet(self, typed: str) -> str:
        """`typed` is what will be done once there is one; empty when there is nothing to do."""
        return self.say(
            en="This channel has no project yet."
            + (" Set it up, and I do what you typed right after." if typed else ""),
            nl="Dit kanaal heeft nog geen project."
            + (" Richt het in, dan doe ik daarna meteen wat je typte." if typed else ""),
        )

    def welcome(self) -> str:
        return self.say(
            en=(
                "Hello! I am Spil, this project's office. I keep action items, meetings, minutes and "
                "decisions, "
                "and remind whoever must act. Tell me about the project, and we can start. "
                f"{code('/spil help')} shows all that I do."
            ),
            nl=(
                "Hallo! Ik ben Spil, het projectbureau van dit kanaal. Ik houd actiepunten, "
                "overleggen, notulen "
                "en besluiten bij en herinner wie aan zet is. Vertel me over het project, dan beginnen we. "
                f"{code('/spil hulp')} toont alles wat ik doe."
            ),
        )

    def welcome_done(self, project: Project) -> str:
        return self.say(
            en=(
                f"Hello! I am Spil, the office of {bold(project.name)}. {code('/spil help')} shows all "
                "that I do."
            ),
            nl=(
                f"Hallo! Ik ben Spil, het projectbureau van {bold(project.name)}. "
                f"{code('/spil hulp')} toont alles wat ik doe."
            ),
        )
