"""Sentences about polls, and why something asked of one cannot be."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.meetings.text import place
from bot.polls import model
from bot.polls.model import Answer, Option, Poll, Status
from bot.polls.noun import STATES
from bot.polls.results import Results
from bot.text.formats import (
    Names,
    city,
    clock_time,
    due_from,
    length,
    near_day,
    near_moment,
    near_period,
    people,
    some,
)
from bot.text.sentences import Refusals, Say, Speaker, bold, channel, code, esc, said

ANSWERS = {
    Answer.yes: Both("Yes", "Ja"),
    Answer.if_need_be: Both("If need be", "Desnoods"),
    Answer.no: Both("No", "Nee"),
}
MARKS = {Status.open: "", Status.chosen: "✓ ", Status.ended: "✗ ", Status.cancelled: "✗ "}

DECIDE = {
    "all": Both(
        "Everybody answered: {it}. Choose a moment.", "Iedereen heeft geantwoord: {it}. Kies een moment."
    ),
    "deadline": Both("Time's up for {it}. Choose a moment.", "De tijd is om voor {it}. Kies een moment."),
    "again": Both(
        "{it} still has no moment. Without a choice it ends in 2 working days.",
        "{it} heeft nog geen moment. Zonder keuze eindigt de peiling over 2 werkdagen.",
    ),
    "": Both("When will {it} be?", "Wanneer wordt {it}?"),
}
"""By why it is asked; nothing: whoever chooses pressed for it."""
REFUSALS = Refusals()
REFUSALS[model.TooFewOptions] = lambda say, _: say(
    en="A poll needs at least two moments: `tue 10:00, wed 14:00`.",
    nl="Een peiling heeft minstens twee momenten nodig: `di 10:00, wo 14:00`.",
)
REFUSALS[model.TooManyOptions] = lambda say, it: say(
    en=f"That's more than {it.limit} moments. Leave some out.",
    nl=f"Dat zijn meer dan {it.limit} momenten. Laat er een paar weg.",
)
REFUSALS[model.PollOver] = lambda say, it: say(
    en=f"Poll {it.number} is over ({STATES[Status(it.status)].en}).",
    nl=f"Peiling {it.number} is voorbij ({STATES[Status(it.status)].nl}).",
)
REFUSALS[model.UnknownOption] = lambda say, _: say(
    en="That moment isn't part of the poll any more.", nl="Dat moment hoort niet meer bij de peiling."
)
REFUSALS[model.AlreadyAnOption] = lambda say, _: say(
    en="That moment is in the poll already.", nl="Dat moment staat al in de peiling."
)
REFUSALS[model.Doubtful] = lambda say, _: say(
    en="Not everybody can make that moment. Choose it again to plan it anyway.",
    nl="Niet iedereen kan dan. Kies het nog een keer om het toch te plannen.",
)


class PollTexts(Speaker):
    """`today` and `zone` are the reader's, or in a channel the project's."""

    poll_all_in = said(en="Everybody answered", nl="Iedereen heeft geantwoord")
    poll_vote = said(en="Answer", nl="Antwoorden")
    poll_other_time = said(en="Another time", nl="Ander moment")
    poll_form = said(en="When can you?", nl="Wanneer kun je?")
    poll_day = said(en="Day", nl="Dag")
    poll_send = said(en="Send", nl="Versturen")
    poll_choose = said(en="Choose a moment", nl="Kies een moment")
    poll_other_option = said(en="Other option", nl="Andere optie")
    poll_add_it = said(en="Add it", nl="Toevoegen")
    poll_incomplete = said(en="Not asked yet:", nl="Nog niet gevraagd:")

    def poll_title(self, poll: Poll) -> str:
        """Struck through where nothing came of it."""
        named = bold(poll.title)
        lost = poll.status in (Status.ended, Status.cancelled)
        return f"{MARKS[Status(poll.status)]}{f'~{named[1:-1]}~' if lost else named}"

    def poll_when(self, poll: Poll, option: Option, zone: str, today: date) -> str:
        starts, ends = local(poll.starts_at(option), zone), local(poll.ends_at(option), zone)
        return near_period(starts, ends, today, self.language)

    def poll_short_when(self, poll: Poll, option: Option, zone: str, today: date) -> str:
        return near_moment(local(poll.starts_at(option), zone), today, self.language)

    def poll_until(self, poll: Poll, zone: str, today: date) -> str:
        at = local(poll.closes_at, zone)
        day = due_from(at.date(), today, self.language) if at.date() >= today else ""
        return f"{day or near_day(at.date(), today, self.language)} {clock_time(at, self.language)}"

    def poll_answer(self, answer: Answer) -> str:
        return ANSWERS[answer].in_language(self.language)

    def poll_count(self, found: Results, option: Option, zone: str, today: date, cannot: Names) -> str:
        """Tue 24 Nov, 10:00–10:45 · *3 yes*, 1 if need be · not: Priya"""
        when = self.poll_when(found.poll, option, zone, today)
        yes, perhaps, refuse = (len(found.who_said(answer, option)) for answer in Answer)
        if not (yes or perhaps or refuse):
            return when
        counts = [self.say(en=f"*{yes} yes*", nl=f"*{yes} ja*")]
        counts += [self.say(en=f"{perhaps} if need be", nl=f"{perhaps} desnoods")] if perhaps else []
        names = people(cannot, self.language)
        no = self.say(en=f"{refuse} no: {names}", nl=f"{refuse} nee: {names}")
        return " · ".join((when, ", ".join(counts), *([no] if refuse else [])))

    def poll_facts(self, poll: Poll, organiser: str, zone: str, today: date) -> str:
        until, there = self.poll_until(poll, zone, today), city(zone, self.language)
        en, nl = f"answer by {until} ({there} time)", f"antwoord uiterlijk {until} (tijd in {there})"
        facts = (
            self.say(en=en, nl=nl) if poll.is_open else self._outcome(poll),
            self.say(en=f"from {esc(organiser)}", nl=f"van {esc(organiser)}"),
            place(poll.place),
            f"P-{poll.number}",
        )
        return " · ".join(filter(None, facts))

    def poll_asks(self, organiser: str, poll: Poll) -> str:
        named = self.poll_title(poll)
        return self.say(
            en=f"{bold(organiser)} asks when you can: {named}",
            nl=f"{bold(organiser)} vraagt wanneer je kunt: {named}",
        )

    def poll_not_asked_any_more(self, poll: Poll) -> str:
        named = self.poll_title(poll)
        return self.say(
            en=f"{named} doesn't need your answer any more.",
            nl=f"{named} heeft jouw antwoord niet meer nodig.",
        )

    def poll_about(self, poll: Poll, zone: str, today: date, project_channel: str) -> str:
        until, there = self.poll_until(poll, zone, today), city(zone, self.language)
        facts = (
            self.say(en=f"answer by {until}", nl=f"antwoord uiterlijk {until}"),
            length(poll.minutes, self.language),
            place(poll.place),
            self.say(en=f"times in {there}", nl=f"tijden in {there}") if zone != poll.zone else "",
            channel(project_channel),
            f"P-{poll.number}",
        )
        return " · ".join(filter(None, facts))

    def poll_own(self, poll: Poll, option: Option, answer: Answer | None, zone: str, today: date) -> str:
        """A moment, and what they answered of it."""
        when = self.poll_when(poll, option, zone, today)
        return f"{when} · *{self.poll_answer(answer).lower()}*" if answer else when

    def poll_given(self, answer: Answer) -> str:
        """On the button of the answer that they gave."""
        return f"✓ {self.poll_answer(answer)}"

    def poll_you_proposed(self, moments: Sequence[str]) -> str:
        which = ", ".join(moments)
        return self.say(en=f"You proposed: {which}", nl=f"Jouw voorstel: {which}")

    def poll_over(self, poll: Poll, zone: str, today: date, answer: Answer | None, by: str) -> str:
        """To who was asked, once it is over; `answer`: theirs to the chosen moment; `by`: its organiser."""
        named = self.poll_title(poll)
        if poll.chosen is None:
            ended = poll.status == Status.ended
            return self.say(
                en=f"{named}: no moment was chosen." if ended else f"{named}: {esc(by)} stopped asking.",
                nl=f"{named}: er is geen moment gekozen."
                if ended
                else f"{named}: {esc(by)} vraagt het niet meer.",
            )
        when = self.poll_when(poll, poll.option(poll.chosen), zone, today)
        given = self.poll_answer(answer).lower() if answer else ""
        said = (
            self.say(en=f" You said {given} to this time.", nl=f" Je zei {given} op dit moment.")
            if given
            else ""
        )
        return self.say(en=f"{named} is on *{when}*.{said}", nl=f"{named} is op *{when}*.{said}")

    def poll_planned(self, poll: Poll, option: Option, zone: str, today: date) -> str:
        """Of the chosen one: when, and the number of the meeting."""
        when = self.poll_when(poll, option, zone, today)
        return self.say(
            en=f"Planned: *{when}* (M-{poll.meeting})", nl=f"Gepland: *{when}* (M-{poll.meeting})"
        )

    def poll_reminder(self, organiser: str, poll: Poll, zone: str, today: date) -> str:
        named, until = bold(poll.title), self.poll_until(poll, zone, today)
        return self.say(
            en=f"{bold(organiser)} still needs your answer by *{until}*: {named}",
            nl=f"{bold(organiser)} mist jouw antwoord nog, graag voor *{until}*: {named}",
        )

    def poll_thanks(self, poll: Poll) -> str:
        named = bold(poll.title)
        return self.say(en=f"✓ You answered: {named}", nl=f"✓ Je hebt geantwoord: {named}")

    def poll_change_until(self, poll: Poll, zone: str, today: date) -> str:
        until = self.poll_until(poll, zone, today)
        return self.say(en=f"You can change it until {until}.", nl=f"Je kunt het wijzigen tot {until}.")

    def poll_decide(self, poll: Poll, why: str) -> str:
        return DECIDE[why].in_language(self.language).format(it=bold(poll.title))

    def poll_plan_at(self, when: str) -> str:
        """On the button of the best moment."""
        return f"Plan {when}"

    def poll_doubtful(self, when: str, no: Sequence[str], missing: Sequence[str]) -> str:
        """Somebody can't, or has not said; `no`, `missing`: their names."""
        refuse, unsaid = (some(names, self.language) for names in (no, missing))
        en = [f"{refuse} said no" if no else "", f"{unsaid} didn't answer" if missing else ""]
        nl = [
            f"{refuse} {'zeiden' if len(no) > 1 else 'zei'} nee" if no else "",
            f"{unsaid} {'antwoordden' if len(missing) > 1 else 'antwoordde'} niet" if missing else "",
        ]
        return self.say(
            en=f"{', '.join(filter(None, en))} to *{when}*. Plan it anyway?",
            nl=f"{', '.join(filter(None, nl))} op *{when}*. Toch plannen?",
        )

    def poll_proposal(self, who: str, poll: Poll, when: str) -> str:
        return self.say(
            en=f"{bold(who)} proposes *{when}* for {bold(poll.title)}.",
            nl=f"{bold(who)} stelt *{when}* voor bij {bold(poll.title)}.",
        )

    def poll_proposal_answered(self, poll: Poll, when: str) -> str:
        """Once it was answered; empty `when`: it was left out."""
        named = bold(poll.title)
        return (
            self.say(en=f"✓ Added to {named}: {when}", nl=f"✓ Toegevoegd aan {named}: {when}")
            if when
            else self.say(en=f"Left out of {named}.", nl=f"Niet toegevoegd aan {named}.")
        )

    def poll_added(self, poll: Poll, when: str) -> str:
        return self.say(
            en=f"{bold(poll.title)} can also be *{when}* now. Can you?",
            nl=f"{bold(poll.title)} kan nu ook *{when}*. Kun je dan?",
        )

    def poll_line(
        self, poll: Poll, zone: str, today: date, done: int, total: int, project_channel: str = ""
    ) -> str:
        """`done` of `total` people answered."""
        until = self.poll_until(poll, zone, today)
        parts = (
            self.poll_title(poll),
            self.say(en=f"by {until}", nl=f"voor {until}") if poll.is_open else "",
            self.say(en=f"{done} of {total} answered", nl=f"{done} van de {total} hebben geantwoord")
            if poll.is_open
            else "",
            self._outcome(poll),
            " ".join(filter(None, (f"P-{poll.number}", project_channel and channel(project_channel)))),
        )
        return " · ".join(filter(None, parts))

    def _outcome(self, poll: Poll) -> str:
        """Empty for what its looks tell."""
        told = poll.status in (Status.open, Status.chosen)
        return "" if told else STATES[Status(poll.status)].in_language(self.language)


def _moments(say: Say, moments: Sequence[datetime]) -> str:
    language = say(en=Language.en, nl=Language.nl)
    return ", ".join(near_moment(each, each.date(), Language(language)) for each in moments)


def _typed(phrases: Sequence[str]) -> str:
    """The first of them; of many the rest is as wrong."""
    return ", ".join(code(" ".join(each.split())[:40]) for each in phrases[:5])


REFUSALS[model.UnreadTimes] = lambda say, it: say(
    en=f"I can't read {_typed(it.phrases)}. Type a day and a time: `tue 10:00`.",
    nl=f"Ik kan {_typed(it.phrases)} niet lezen. Typ een dag en een tijd: `di 10:00`.",
)
REFUSALS[model.SomePassed] = lambda say, it: say(
    en=f"This has passed: {_moments(say, it.moments)}. Choose a moment ahead.",
    nl=f"Dit is al voorbij: {_moments(say, it.moments)}. Kies een moment dat nog komt.",
)
REFUSALS[model.BadDeadline] = lambda say, it: say(
    en=f"Choose a deadline ahead, before the last moment ({_moments(say, [it.last])}).",
    nl=f"Kies een deadline die nog komt, voor het laatste moment ({_moments(say, [it.last])}).",
)
