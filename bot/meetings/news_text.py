"""Sentences about what changed of a meeting, against what somebody last heard of it: told in Slack and by
mail; and about who can't come."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.calendar import instant, local
from bot.core.language import Both
from bot.meetings.mails import News
from bot.meetings.model import Answer, Meeting
from bot.meetings.text import ANSWERS, often, place, title, when
from bot.text.formats import Names, clock_time, near_moment, people
from bot.text.sentences import Speaker, bold, esc, said

SUBJECTS = {
    News.invited: Both("Invitation", "Uitnodiging"),
    News.moved: Both("Moved", "Verzet"),
    News.changed: Both("Changed", "Gewijzigd"),
    News.cancelled: Both("Cancelled", "Afgezegd"),
    News.off: Both("You're off the list", "Je hoeft er niet meer bij te zijn"),
}
HEADS = {
    News.invited: Both("{who} invites you: {it}", "{who} nodigt je uit: {it}"),
    News.moved: Both("{it} has moved.", "{it} is verzet."),
    News.changed: Both(
        "{it} has changed; the time is the same.", "{it} is gewijzigd; de tijd blijft hetzelfde."
    ),
    News.cancelled: Both("{it} is cancelled.", "{it} gaat niet door."),
    News.off: Both("You're off the list for {it}.", "Je hoeft niet meer bij {it} te zijn."),
}


class MeetingNewsTexts(Speaker):
    def meeting_news(
        self, before: Meeting, meeting: Meeting, came: Names, left: Names, zone: str, today: date
    ) -> str:
        """On the reader's own clock; who came and left besides them. Empty when all of it is as it was."""
        changed = self._news_time(before, meeting, zone, today) or self._news_place_or_title(before, meeting)
        added, gone = people(came, self.language), people(left, self.language)
        who = [
            self.say(en=f"also invited: {added}", nl=f"ook uitgenodigd: {added}") if added else "",
            self.say(en=f"no longer invited: {gone}", nl=f"niet meer uitgenodigd: {gone}") if gone else "",
        ]
        if not changed and any(who):
            changed = f"{title(meeting)}, {when(meeting, zone, today, self.language)}"
        return " · ".join(filter(None, (changed, *who)))

    def _news_time(self, before: Meeting, meeting: Meeting, zone: str, today: date) -> str:
        """The new one, what it was as far as that is another day, and with it what else is new."""
        new, old = when(meeting, zone, today, self.language), when(before, zone, today, self.language)
        if new == old:
            return ""
        named, where = self._news_title(before, meeting), self._news_place(before, meeting)
        if before.starts_at == meeting.starts_at and before.minutes != meeting.minutes:
            return self.say(en=f"{named} now takes *{new}*{where}", nl=f"{named} duurt nu *{new}*{where}")
        was = local(before.starts_at, zone)
        same_day = was.date() == local(meeting.starts_at, zone).date()
        day = clock_time(was, self.language) if same_day else near_moment(was, today, self.language)
        told = old if meeting.repeating else day
        return self.say(
            en=f"{named} moves to *{new}* (was {told}){where}",
            nl=f"{named} is verzet naar *{new}* (was {told}){where}",
        )

    def _news_place(self, before: Meeting, meeting: Meeting) -> str:
        if before.place == meeting.place or not meeting.place:
            return ""
        return f", {place(meeting.place)}" if meeting.link else f", in {place(meeting.place)}"

    def _news_title(self, before: Meeting, meeting: Meeting) -> str:
        if before.title == meeting.title:
            return title(meeting)
        return f"{title(meeting)} ({self.say(en='was', nl='was')} {bold(before.title)})"

    def _news_place_or_title(self, before: Meeting, meeting: Meeting) -> str:
        if before.place == meeting.place:
            if before.title == meeting.title:
                return ""
            return self.say(
                en=f"{bold(before.title)} is now called {title(meeting)}",
                nl=f"{bold(before.title)} heet nu {title(meeting)}",
            )
        named, there = self._news_title(before, meeting), place(meeting.place)
        if not there:
            return self.say(en=f"{named} has no place any more", nl=f"{named} heeft geen plaats meer")
        return self.say(
            en=f"{named} has another place: {there}",
            nl=f"{named} heeft een andere plaats: {there}",
        )

    def mail_subject(self, news: News, meeting: Meeting, zone: str, today: date) -> str:
        head = SUBJECTS[news].in_language(self.language)
        return f"{head}: {meeting.title}, {when(meeting, zone, today, self.language)}"

    def mail_head(self, news: News, meeting: Meeting, who: str) -> str:
        """`who` organises it, by name."""
        return HEADS[news].in_language(self.language).format(who=who, it=meeting.title)

    def mail_was(self, before: Meeting, zone: str, today: date) -> str:
        of_series = when(before, zone, today, self.language) if before.of_series else ""
        was = of_series or near_moment(local(before.starts_at, zone), today, self.language)
        return self.say(en=f"It was {was}.", nl=f"Het was {was}.")

    def mail_with(self, who: Names) -> str:
        """Who else is asked."""
        more = self.say(en=f" and {who.more} more", nl=f" en nog {who.more}") if who.more else ""
        told = f"{', '.join(who.names)}{more}"
        return self.say(en=f"With {told}", nl=f"Met {told}")

    def mail_foot(self, *, answers: bool) -> str:
        """`answers`: it can be answered."""
        how = self.say(
            en="Please answer in Slack, where Spil asks you: it doesn't see an answer from your calendar.\n",
            nl="Antwoord in Slack, waar Spil je ernaar vraagt: een antwoord uit je agenda ziet het niet.\n",
        )
        off = self.say(
            en="You'd rather not have these mails? Turn them off with /spil reminders in Slack.",
            nl="Liever geen mails meer? Zet ze uit met /spil herinneringen in Slack.",
        )
        return f"{how if answers else ''}{off}"

    def meeting_unmailed(self, meeting: Meeting, who: Names, said: str) -> str:
        """To who organises it; `said` by the mail server."""
        people, named, words = ", ".join(map(esc, who.names)), title(meeting), esc(said)
        return self.say(
            en=f"I couldn't mail {people} about {named}: the mail server says “{words}”. "
            "It stands in Slack, with the file for a calendar.",
            nl=f"Ik kon {people} niet mailen over {named}: de mailserver zegt “{words}”. "
            "Het staat in Slack, met het bestand voor de agenda.",
        )

    meeting_say_why = said(en="Say why", nl="Zeg waarom")
    meeting_another_time = said(en="Another time?", nl="Ander moment?")
    meeting_why = said(en="Why can't you come?", nl="Waarom kun je niet?")
    meeting_other_day = said(en="Which day would suit you?", nl="Welke dag komt je uit?")
    meeting_other_start = said(en="Starts at", nl="Begint om")
    meeting_find_another = said(en="Find another moment", nl="Zoek een ander moment")
    meeting_without_them = said(en="Go ahead without", nl="Ga door zonder hen")
    meeting_move_there = said(en="Move it there", nl="Daarheen verzetten")
    meeting_keep_it = said(en="Keep it", nl="Zo laten")

    def meeting_answered_to_you(
        self, meeting: Meeting, who: str, user: str, zone: str, today: date, *, asks: bool = False
    ) -> str:
        """To who organises it, of `user` by name, who said no; what they answer afterwards is told there too.
        `asks`: with the other time that they ask for."""
        about = self._refused_meeting(meeting, zone, today)
        given = meeting.answers.get(user)
        if given is None:
            return about
        if given != Answer.no:
            answer = ANSWERS[given].in_language(self.language).lower()
            return self.say(
                en=f"{bold(who)} now says *{answer}* to {about}.",
                nl=f"{bold(who)} zegt nu *{answer}* op {about}.",
            )
        return self._refusal(meeting, who, user, about) + self._refusal_besides(
            meeting, user, zone, today, asks=asks
        )

    def meeting_all_can(self, meeting: Meeting, moments: Sequence[datetime], zone: str, today: date) -> str:
        told = " · ".join(self._asked_moment(meeting, each, zone, today) for each in moments)
        return self.say(
            en=f"As far as I can see, all who are needed can: {told}",
            nl=f"Voor zover ik zie kan iedereen die nodig is: {told}",
        )

    def meeting_kept(self, meeting: Meeting, who: str, zone: str, today: date) -> str:
        """To who asked for another time; `who` organises it."""
        at = near_moment(local(meeting.starts_at, zone), today, self.language)
        return self.say(
            en=f"{bold(who)} keeps *{at}* for {title(meeting)}.",
            nl=f"{bold(who)} houdt *{at}* aan voor {title(meeting)}.",
        )

    def meeting_goes_ahead(self, meeting: Meeting, who: str) -> str:
        return self.say(
            en=f"{title(meeting)} goes ahead without {esc(who)}.",
            nl=f"{title(meeting)} gaat door zonder {esc(who)}.",
        )

    def meeting_you_ask_for(self, meeting: Meeting, at: datetime, zone: str, today: date) -> str:
        told = self._asked_moment(meeting, at, zone, today)
        return self.say(en=f"you asked for *{told}*", nl=f"je vroeg om *{told}*")

    def _refusal(self, meeting: Meeting, who: str, user: str, about: str) -> str:
        if meeting.is_needed(user):
            return self.say(
                en=f"{bold(who)} can't come to {about}, and they're needed.",
                nl=f"{bold(who)} kan niet bij {about} zijn, en is wel nodig.",
            )
        return self.say(
            en=f"{bold(who)} can't come to {about}. It goes ahead without them.",
            nl=f"{bold(who)} kan niet bij {about} zijn. Het gaat zonder hen door.",
        )

    def _refusal_besides(self, meeting: Meeting, user: str, zone: str, today: date, *, asks: bool) -> str:
        """When they could, and why not then."""
        said = meeting.apologies.get(user)
        instead = meeting.instead_of(user) if asks else None
        at = self._asked_moment(meeting, instead, zone, today) if instead else ""
        asked = self.say(en=f" Could it be *{at}*?", nl=f" Kan het *{at}*?") if at else ""
        return asked + (f"\n> {esc(said.reason)}" if said and said.reason else "")

    def _refused_meeting(self, meeting: Meeting, zone: str, today: date) -> str:
        if meeting.of_series:
            return f"{title(meeting)}, {often(meeting, self.language)}"
        return f"{title(meeting)}, {near_moment(local(meeting.starts_at, zone), today, self.language)}"

    def _asked_moment(self, meeting: Meeting, at: datetime, zone: str, today: date) -> str:
        """`at` is by the meeting's wall clock, told on that of `zone`."""
        return near_moment(local(instant(at, meeting.zone), zone), today, self.language)
