"""Sentences about who is away, until when, and who stands in; and why that, or a reminder, cannot be."""

from collections.abc import Sequence
from datetime import date

from bot.core.calendar import week_number
from bot.core.language import Language
from bot.people.errors import (
    AwayTooLong,
    DeputyElsewhere,
    MorningIsQuiet,
    NoDays,
    OneDeputy,
    OwnDeputy,
    UnreadHours,
)
from bot.people.preferences import Absence
from bot.text.formats import near_day
from bot.text.sentences import Refusals, Speaker, bold, channel, code, esc, said

NEAR = 300
"""Days by which a date is known without its year."""


def _day(value: date, today: date, language: Language) -> str:
    """Tue 22 Dec, di 22 dec; with the year when it is far off."""
    return near_day(value, value if abs((value - today).days) < NEAR else today, language)


class AbsenceTexts(Speaker):
    """A name that is empty is nobody's; `today` is the reader's."""

    def away_taken(self, absence: Absence, replaced: Sequence[Absence], deputy: str, today: date) -> str:
        days = self._span(absence, today)
        moved = [each for each in replaced if (each.first, each.last) != (absence.first, absence.last)]
        before = self._spans(moved, today)
        name = esc(deputy)
        return self.say(
            en=f"You're away *{days}*{f', instead of {before}' if before else ''}. "
            + (f"{name} gets what falls due." if name else "I won't remind you until you're back."),
            nl=f"Je bent afwezig *{days}*{f', in plaats van {before}' if before else ''}. "
            + (
                f"{name} krijgt wat dan af moet." if name else "Ik herinner je nergens aan tot je terug bent."
            ),
        )

    def away_no_deputy(self, command: str, absence: Absence, today: date) -> str:
        typed = f"{command} {self._span(absence, today)}"
        return self.say(
            en=f"Should somebody stand in? {code(f'{typed}, deputy @colleague')}",
            nl=f"Vervangt iemand je? {code(f'{typed}, vervanger @collega')}",
        )

    def away_elsewhere(self, name: str, project_channel: str, manager: str) -> str:
        here = channel(project_channel)
        return self.say(
            en=f"{esc(name)} isn't in {here}: there I ask {esc(manager) or 'nobody'}.",
            nl=f"{esc(name)} zit niet in {here}: daar vraag ik het aan {esc(manager) or 'niemand'}.",
        )

    def away_deputy_away(self, name: str, absences: Sequence[Absence], today: date) -> str:
        spans = self._spans(absences, today)
        return self.say(
            en=f"{esc(name)} is away too, {spans}: I'll ask the project managers then.",
            nl=f"{esc(name)} is zelf ook afwezig, {spans}: dan vraag ik het aan de projectmanagers.",
        )

    def away_help(self, command: str) -> str:
        return self.say(
            en=(
                f"Type {code(command + ' 22 dec – 2 jan, deputy @colleague')}, "
                f"{code(command + ' tomorrow')} or "
                f"{code(command + ' all next week')}. You don't have to say why."
            ),
            nl=(
                f"Typ {code(command + ' 22 dec t/m 2 jan, vervanger @collega')}, "
                f"{code(command + ' morgen')} of "
                f"{code(command + ' hele volgende week')}. Je hoeft niet te zeggen waarom."
            ),
        )

    away_list = said(en="When you're away", nl="Wanneer je afwezig bent")
    away_none = said(en="You have no days away ahead.", nl="Je hebt geen afwezigheid gepland.")

    def away_line(self, absence: Absence, deputy: str, today: date) -> str:
        """With the week numbers, by which people plan."""
        instead = self.say(
            en=f"deputy {esc(deputy)}" if deputy else "no deputy",
            nl=f"vervanger {esc(deputy)}" if deputy else "geen vervanger",
        )
        weeks = "–".join(dict.fromkeys(str(week_number(day)) for day in (absence.first, absence.last)))
        return f"{self._span(absence, today)} (wk {weeks}) · {instead}"

    def away_entrusted(self, absence: Absence, name: str, today: date) -> str:
        return self.say(
            en=f"You stand in for {esc(name)}: {self._span(absence, today)}",
            nl=f"Je vervangt {esc(name)}: {self._span(absence, today)}",
        )

    away_which = said(en="When do you mean?", nl="Wanneer bedoel je?")
    away_whole = said(
        en="I keep whole days only, and noted nothing. Are you away all day?",
        nl="Ik houd alleen hele dagen bij, en heb niets genoteerd. Ben je de hele dag afwezig?",
    )

    def away_days(self, first: date, last: date, today: date) -> str:
        days = (_day(each, today, self.language) for each in dict.fromkeys((first, last)))
        return self.say(en=" – ", nl=" t/m ").join(days)

    def away_undone(self, absence: Absence, again: Sequence[Absence], today: date) -> str:
        span, before = self._span(absence, today), self._spans(again, today)
        return self.say(
            en=f"Undone: you're not away {span}." + (f" You're away {before}, as before." if again else ""),
            nl=f"Teruggedraaid: je bent er {span}."
            + (f" Je bent afwezig {before}, zoals eerst." if again else ""),
        )

    def away_no_more(self, absences: Sequence[Absence], today: date) -> str:
        return self.say(
            en=f"You're no longer away {self._spans(absences, today)}.",
            nl=f"Je bent niet meer afwezig {self._spans(absences, today)}.",
        )

    away_remove = said(en="Remove", nl="Verwijderen")

    def away_named(self, name: str, first: date, last: date, today: date) -> str:
        """To the deputy."""
        days = self.away_days(first, last, today)
        return self.say(
            en=(
                f"You stand in for {bold(name)}, who's away {days}. In those days your morning message also "
                f"holds what falls due for {esc(name)} in the projects you share."
            ),
            nl=(
                f"Je vervangt {bold(name)}, die {days} afwezig is. Dan staat in je ochtendbericht ook wat "
                f"{esc(name)} moet doen in de projecten waar jullie allebei in zitten."
            ),
        )

    def away_named_no_more(self, name: str, first: date, last: date, today: date) -> str:
        days = self.away_days(first, last, today)
        return self.say(
            en=f"You don't stand in for {bold(name)} {days} any more: that has changed.",
            nl=f"Je hoeft {bold(name)} {days} niet meer te vervangen: dat is veranderd.",
        )

    def away_who(self, first: date, last: date, away: Sequence[tuple[str, Absence]], today: date) -> str:
        """Of the projects of who asks, by name."""
        days = self.away_days(first, last, today)
        none = self.say(
            en=f"Nobody in your projects is away {days}, as far as I know.",
            nl=f"Niemand in je projecten is afwezig {days}, voor zover ik weet.",
        )
        title = self.say(en=f"*Away {days}*", nl=f"*Afwezig {days}*")
        return (
            "\n".join([title, *(f"• {esc(name)} · {self._span(each, today)}" for name, each in away)])
            if away
            else none
        )

    def away_note(self, name: str, until: date, today: date) -> str:
        """On a card: they are away now."""
        last = _day(until, today, self.language)
        return self.say(en=f"{esc(name)} is away until {last}", nl=f"{esc(name)} is afwezig t/m {last}")

    def away_note_due(self, name: str, until: date, today: date) -> str:
        """On a card: they are away on its date."""
        last = _day(until, today, self.language)
        return self.say(
            en=f"{esc(name)} is away on that date, until {last}",
            nl=f"{esc(name)} is op die datum afwezig, t/m {last}",
        )

    def _span(self, absence: Absence, today: date) -> str:
        return self.away_days(absence.first, absence.last, today)

    def _spans(self, absences: Sequence[Absence], today: date) -> str:
        return self.say(en=" and ", nl=" en ").join(self._span(each, today) for each in absences)


REFUSALS = Refusals()
REFUSALS[NoDays] = lambda say, it: say(
    en=f"I can't read any days in {code(it.typed)}. Type only days and, if you like, a deputy: "
    f"{code(it.command + ' 22 dec – 2 jan, deputy @colleague')}. You don't have to say why.",
    nl=f"Ik lees geen dagen in {code(it.typed)}. Typ alleen dagen en, als je wilt, een "
    f"vervanger: {code(it.command + ' 22 dec t/m 2 jan, vervanger @collega')}. Je hoeft niet te zeggen "
    "waarom.",
)
REFUSALS[AwayTooLong] = lambda say, it: say(
    en=f"That's more than {it.most} days. Choose an earlier last day.",
    nl=f"Dat zijn meer dan {it.most} dagen. Kies een eerdere laatste dag.",
)
REFUSALS[OwnDeputy] = lambda say, _: say(
    en="You can't be your own deputy. Name a colleague, or nobody.",
    nl="Je kunt jezelf niet vervangen. Noem een collega, of niemand.",
)
REFUSALS[OneDeputy] = lambda say, _: say(
    en="Name one colleague as your deputy: what's left to several is left to nobody.",
    nl="Noem één collega als vervanger: wat van meer mensen is, is van niemand.",
)
REFUSALS[DeputyElsewhere] = lambda say, it: say(
    en=f"{bold(it.name)} isn't in any of your projects. Name somebody who is, or nobody.",
    nl=f"{bold(it.name)} zit in geen van je projecten. Noem iemand die dat wel doet, of niemand.",
)
REFUSALS[MorningIsQuiet] = lambda say, it: say(
    en=f"That's in your quiet hours, {it.quiet_from:%H:%M}–{it.quiet_until:%H:%M}. "
    "Choose a time outside them.",
    nl=f"Dat valt in je stille uren, {it.quiet_from:%H:%M}–{it.quiet_until:%H:%M}. Kies een tijd erbuiten.",
)
REFUSALS[UnreadHours] = lambda say, it: say(
    en=f"I can't read hours in {code(it.typed)}. Type for example {code('12:00–13:00, wed 13–17, fri')}.",
    nl=f"Ik lees geen uren in {code(it.typed)}. Typ bijvoorbeeld {code('12:00–13:00, wo 13–17, vr')}.",
)
