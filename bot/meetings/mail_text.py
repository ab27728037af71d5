"""Invitations by e-mail, in plain words: no marks of Slack's."""

from datetime import date

from bot.core.calendar import local
from bot.core.language import Both
from bot.meetings.mails import News
from bot.meetings.model import Meeting
from bot.meetings.some_names import Names
from bot.meetings.text import title, when
from bot.text.formats import near_moment
from bot.text.marks import esc
from bot.text.speaker import Speaker

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


class MeetingMailTexts(Speaker):
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
