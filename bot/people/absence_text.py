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
        if self.language == Language.en:
            said = f"You are away *{self.away_days(absence.first, absence.last)}*"
            if replaced:
                said += f", instead of {' and '.join(self._span(each) for each in replaced)}"
            return f"{said}. Meanwhile I remind you of nothing."
        said = f"Je bent afwezig *{self.away_days(absence.first, absence.last)}*"
        if replaced:
            said += f", in plaats van {' en '.join(self._span(each) for each in replaced)}"
        return f"{said}. Intussen herinner ik je nergens aan."

    def away_deputy(self, name: str) -> str:
        return self.say(
            en=f"{bold(name)} is your deputy, and hears from me what is due of yours meanwhile.",
            nl=f"{bold(name)} vervangt je, en hoort intussen van mij wat er van jou aan de beurt is.",
        )

    def away_no_deputy(self, command: str) -> str:
        if self.language == Language.en:
            example = code(f"{command} 22 dec – 2 jan, deputy @colleague")
            return f"Nobody is asked instead of you. With a deputy: {example}"
        example = code(f"{command} 22 dec t/m 2 jan, vervanger @collega")
        return f"Niemand vervangt je. Met een vervanger: {example}"

    def away_elsewhere(self, name: str, project_channel: str, manager: str) -> str:
        if self.language == Language.en:
            instead = f"its project manager, {esc(manager)}, is asked" if manager else "nobody is asked"
            return f"{esc(name)} is not in {channel(project_channel)}: {instead} there."
        whom = f"de projectmanager, {esc(manager)}" if manager else "niemand"
        return f"{esc(name)} zit niet in {channel(project_channel)}: daar vraag ik het aan {whom}."

    def away_deputy_away(self, name: str, absences: Sequence[Absence]) -> str:
        if self.language == Language.en:
            spans = " and ".join(self._span(each) for each in absences)
            return f"{esc(name)} is away too, {spans}: in those days the project managers are asked."
        spans = " en ".join(self._span(each) for each in absences)
        return f"{esc(name)} is zelf ook afwezig, {spans}: dan vraag ik het aan de projectmanagers."

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
        if self.language == Language.en:
            instead = f"deputy {esc(deputy)}" if deputy else "no deputy"
            return f"{self.away_days(absence.first, absence.last)} · {instead}"
        instead = f"vervanger {esc(deputy)}" if deputy else "geen vervanger"
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
        if self.language == Language.en:
            one = day(first, Language.en)
            return one if first == last else f"{one} – {day(last, Language.en)}"
        one = day(first, Language.nl)
        return one if first == last else f"{one} t/m {day(last, Language.nl)}"

    def away_undone(self, absence: Absence, again: Sequence[Absence]) -> str:
        if self.language == Language.en:
            said = f"Taken back: you are there {self._span(absence)}."
            if again:
                said += f" You are away {' and '.join(self._span(each) for each in again)}, as before."
            return said
        said = f"Ongedaan gemaakt: je bent er {self._span(absence)}."
        if again:
            said += f" Je bent afwezig {' en '.join(self._span(each) for each in again)}, zoals eerst."
        return said

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
        """On a card: the owner is away now."""
        return self.say(
            en=f"{esc(name)} is away until {short_day(until, Language.en)}",
            nl=f"{esc(name)} is afwezig t/m {short_day(until, Language.nl)}",
        )

    def away_note_due(self, name: str, until: date) -> str:
        """On a card: the owner is away on its date."""
        return self.say(
            en=f"{esc(name)} is away on that date, until {short_day(until, Language.en)}",
            nl=f"{esc(name)} is op die datum afwezig, t/m {short_day(until, Language.nl)}",
        )

    def _span(self, absence: Absence) -> str:
        if self.language == Language.en:
            first, last = (short_day(each, Language.en) for each in (absence.first, absence.last))
            return first if first == last else f"{first} – {last}"
        first, last = (short_day(each, Language.nl) for each in (absence.first, absence.last))
        return first if first == last else f"{first} t/m {last}"
