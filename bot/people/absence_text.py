"""Sentences about who is away, until when, and who stands in."""

from collections.abc import Sequence
from datetime import date

from bot.core.language import Language
from bot.people.preferences import Absence
from bot.text.formats import day, short_day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker


class AbsenceTexts(Speaker):
    """A name that is empty is nobody's."""

    def away_taken(self, absence: Absence, replaced: Sequence[Absence]) -> str:
        days, before = self.away_days(absence.first, absence.last), self._spans(replaced)
        return self.say(
            en=f"You are away *{days}*{f', instead of {before}' if before else ''}. "
            "Meanwhile I remind you of nothing.",
            nl=f"Je bent afwezig *{days}*{f', in plaats van {before}' if before else ''}. "
            "Intussen herinner ik je nergens aan.",
        )

    def away_deputy(self, name: str) -> str:
        return self.say(
            en=f"{bold(name)} is your deputy, and hears from me what is due of yours meanwhile.",
            nl=f"{bold(name)} vervangt je, en hoort intussen van mij wat er van jou aan de beurt is.",
        )

    def away_no_deputy(self, command: str) -> str:
        return self.say(
            en="Nobody is asked instead of you. With a deputy: "
            + code(f"{command} 22 dec – 2 jan, deputy @colleague"),
            nl="Niemand vervangt je. Met een vervanger: "
            + code(f"{command} 22 dec t/m 2 jan, vervanger @collega"),
        )

    def away_elsewhere(self, name: str, project_channel: str, manager: str) -> str:
        if self.language == Language.en:
            instead = f"its project manager, {esc(manager)}, is asked" if manager else "nobody is asked"
            return f"{esc(name)} is not in {channel(project_channel)}: {instead} there."
        whom = f"de projectmanager, {esc(manager)}" if manager else "niemand"
        return f"{esc(name)} zit niet in {channel(project_channel)}: daar vraag ik het aan {whom}."

    def away_deputy_away(self, name: str, absences: Sequence[Absence]) -> str:
        spans = self._spans(absences)
        return self.say(
            en=f"{esc(name)} is away too, {spans}: in those days the project managers are asked.",
            nl=f"{esc(name)} is zelf ook afwezig, {spans}: dan vraag ik het aan de projectmanagers.",
        )

    def away_help(self, command: str) -> str:
        return self.say(
            en=(
                f"Type {code(command + ' 22 dec – 2 jan, deputy @colleague')}, "
                f"{code(command + ' tomorrow')} or "
                f"{code(command + ' all next week')}. Why you are away I need not know."
            ),
            nl=(
                f"Typ {code(command + ' 22 dec t/m 2 jan, vervanger @collega')}, "
                f"{code(command + ' morgen')} of "
                f"{code(command + ' hele volgende week')}. Waarom je afwezig bent, hoef ik niet te weten."
            ),
        )

    def away_list(self) -> str:
        return self.say(en="When you are away", nl="Wanneer je afwezig bent")

    def away_none(self) -> str:
        return self.say(
            en="I know of no days on which you are away.", nl="Ik weet van geen dagen waarop je afwezig bent."
        )

    def away_line(self, absence: Absence, deputy: str) -> str:
        instead = self.say(
            en=f"deputy {esc(deputy)}" if deputy else "no deputy",
            nl=f"vervanger {esc(deputy)}" if deputy else "geen vervanger",
        )
        return f"{self.away_days(absence.first, absence.last)} · {instead}"

    def away_entrusted(self, absence: Absence, name: str) -> str:
        return self.say(
            en=f"You are the deputy of {esc(name)}: {self.away_days(absence.first, absence.last)}",
            nl=f"Je vervangt {esc(name)}: {self.away_days(absence.first, absence.last)}",
        )

    def away_which(self) -> str:
        return self.say(
            en="That can be read in more than one way. When are you away?",
            nl="Dat is op meer dan één manier te lezen. Wanneer ben je afwezig?",
        )

    def away_days(self, first: date, last: date) -> str:
        return self._range(day(first, self.language), day(last, self.language))

    def away_undone(self, absence: Absence, again: Sequence[Absence]) -> str:
        span, before = self._spans([absence]), self._spans(again)
        return self.say(
            en=f"Taken back: you are there {span}."
            + (f" You are away {before}, as before." if again else ""),
            nl=f"Ongedaan gemaakt: je bent er {span}."
            + (f" Je bent afwezig {before}, zoals eerst." if again else ""),
        )

    def away_no_more(self, absences: Sequence[Absence]) -> str:
        return self.say(
            en=f"You are not away any more: I took out {self._spans(absences)}.",
            nl=f"Je bent niet meer afwezig: ik heb {self._spans(absences)} weggehaald.",
        )

    def away_remove(self) -> str:
        return self.say(en="Remove", nl="Verwijderen")

    def away_named(self, name: str, first: date, last: date) -> str:
        """To the deputy."""
        return self.say(
            en=(
                f"{bold(name)} is away {self.away_days(first, last)} and named you as deputy. Meanwhile your "
                f"morning message also holds what is due of {esc(name)}, from the projects that you "
                "are both in."
            ),
            nl=(
                f"{bold(name)} is afwezig {self.away_days(first, last)} en noemde jou als vervanger. "
                f"Intussen staat in je ochtendbericht ook wat er van {esc(name)} aan de beurt is, uit de "
                "projecten waar jullie allebei in zitten."
            ),
        )

    def away_named_no_more(self, name: str, first: date, last: date) -> str:
        return self.say(
            en=f"You need not stand in for {bold(name)} {self.away_days(first, last)}: that has changed.",
            nl=f"Je hoeft {bold(name)} niet te vervangen {self.away_days(first, last)}: dat is veranderd.",
        )

    def away_note(self, name: str, until: date) -> str:
        """On a card: they are away now."""
        return self.say(
            en=f"{esc(name)} is away until {short_day(until, Language.en)}",
            nl=f"{esc(name)} is afwezig t/m {short_day(until, Language.nl)}",
        )

    def away_note_due(self, name: str, until: date) -> str:
        """On a card: they are away on its date."""
        return self.say(
            en=f"{esc(name)} is away on that date, until {short_day(until, Language.en)}",
            nl=f"{esc(name)} is op die datum afwezig, t/m {short_day(until, Language.nl)}",
        )

    def _span(self, absence: Absence) -> str:
        return self._range(short_day(absence.first, self.language), short_day(absence.last, self.language))

    def _spans(self, absences: Sequence[Absence]) -> str:
        return self.say(en=" and ", nl=" en ").join(map(self._span, absences))

    def _range(self, first: str, last: str) -> str:
        return first if first == last else self.say(en=f"{first} – {last}", nl=f"{first} t/m {last}")
