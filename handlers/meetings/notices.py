"""Messages about meetings, rendered when they are sent, mails, and what calendars subscribe to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil

import structlog
from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import Job, JobResult, Notice, Permanent, Temporary
from bot.core.people import Kind, Person
from bot.core.ports import CalendarFile, Mail, SendMail, UnitOfWork
from bot.meetings import feed, mails, typed_along
from bot.meetings.feed import calendar_event
from bot.meetings.mails import News, Told
from bot.meetings.model import Meeting, Status
from bot.meetings.notifications import departed
from bot.meetings.noun import MEETING, WITHOUT_NOTES
from bot.text.formats import Names
from bot.texts import Texts, texts_in
from handlers.meetings import views
from handlers.slack import ui
from handlers.slack.dispatch import AppContext
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Replace, Reply, sentence
from handlers.slack.request import Click, Request, See, names

Tell = Callable[[Meeting, See, Person, Notice], Message | None]
"""What a notice of a meeting says to somebody in person."""
ByMail = Callable[[UnitOfWork, Person], bool]
"""Whether somebody's invitations go by e-mail."""
log = structlog.get_logger()
MOST_NAMES = 12


def with_more(registry: Registry, kind: str, tell: Tell) -> Tell:
    """With what later capabilities add to it."""

    def told(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
        message = tell(meeting, see, person, notice)
        adds = registry.beneath.get(kind, ()) if message else ()
        more = [block for add in adds for block in add(meeting, see, person)]
        return replace(message, blocks=[*message.blocks, *more]) if message and more else message

    return told


def invitation(meeting: Meeting, see: See, person: Person, _notice: Notice) -> Message | None:
    """One who is not asked any more is told so, if they were told that they were."""
    if person.user not in meeting.people:
        return sentence(see.texts.meeting_not_asked_any_more(meeting))
    return views.invitation(meeting, see, person)


def news(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
    """All changes since an event as one; None when all is as it was then."""
    since, texts = see.ctx.uow.log.get(notice.about["since"]), see.texts
    if since is None or since.before is None:
        return None
    before = Meeting.model_validate(since.before)
    if meeting.cancelled:
        if (since.after or {}).get("status") == Status.cancelled:
            return views.cancelled(meeting, see.name_of(since.who), see, person)
        return views.off(meeting, see, person) if notice.only_update else None
    # By another slot it went with its series, of which they hear.
    if person.user not in meeting.people or (before.slot != meeting.slot and not notice.only_update):
        return None
    if before.cancelled:
        return sentence(texts.meeting_on_again(meeting, person.zone, see.today))
    return views.news(before, meeting, see, person)


def reminder(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
    stale = meeting.sequence != notice.about["sequence"] or not meeting.planned
    if stale or person.user not in meeting.who_may_come():
        return None
    minutes = ceil((meeting.starts_at - see.ctx.now) / timedelta(minutes=1))
    return views.reminder(meeting, max(minutes, 1), see.texts)


def notes_wanted(meeting: Meeting, see: See, _who: Person, notice: Notice) -> Message | None:
    """Nothing once its minutes are sent; where it was asked, that they are, or that there are no notes."""
    if meeting.status != Status.closed:
        return views.notes_wanted(meeting, typed_along.count(see.ctx.uow, meeting), see.texts)
    log = see.ctx.uow.log.of_item(meeting.project_id, MEETING.name, meeting.number)
    if any(event.what == WITHOUT_NOTES for event in log):
        return sentence(see.texts.meeting_without_notes(meeting))
    return sentence(see.texts.meeting_with_minutes(meeting)) if notice.only_update else None


def invitee_left(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
    """With the form in which somebody else can be asked; nothing once they are back, or it is over."""
    user, texts = notice.about["user"], see.texts
    if user not in departed(see.ctx, meeting) or meeting.ends_at <= see.ctx.now:
        return None
    channel = see.ctx.project.channel
    said = texts.meeting_invitee_left(meeting, see.name_of(user), channel, person.zone, see.today)
    return sentence(said, ui.button(texts.edit(), action=views.MOVE, value=meeting.key))


def file(calendar_file: CalendarFile, by_mail: ByMail) -> Tell:
    """The file for a calendar; one that a later change made void is not sent, nor where a mail brings it."""

    def tell(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
        asked, ctx = person.user in meeting.people, see.ctx
        if asked and meeting.sequence != notice.about["sequence"]:
            return None
        if "unmailed" not in notice.about and by_mail(ctx.uow, person):
            return None
        event = calendar_event(ctx.uow, ctx.project, meeting, person.user)
        name = f"meeting-{ctx.project.id}-{meeting.number}-{notice.about['sequence']}.ics"
        told = see.texts.meeting_file(cancelled=event.cancelled)
        return Message(told, file=File(name, meeting.title, calendar_file(event, ctx.now)))

    return tell


def unmailed(meeting: Meeting, see: See, person: Person, notice: Notice) -> Message | None:
    """To who organises it: for whom their mail server takes no mail."""
    failed = mails.unmailed_of(see.ctx.uow, meeting, notice.about["sequence"])
    names = [see.name_of(user) for user in failed]
    said = next(reversed(failed.values()), "")
    return sentence(see.texts.meeting_unmailed(meeting, Names(names), said)) if failed else None


@dataclass(frozen=True, kw_only=True)
class Mails(AppContext):
    send: SendMail
    calendar_file: CalendarFile

    def deliver(self, job: Job) -> JobResult:
        team, user = job.payload["team"], job.payload["user"]
        with self.directory.knowing(team, user) as uow:
            told = mails.news_of(uow, self.now(), job.payload)
            mail = self._written(uow, told) if told else None
        if mail is None:
            return JobResult(job)
        self.keep(job)
        try:
            self.send(mail)
        except (Temporary, Permanent) as fault:
            log.warning("mail.refused", job=job.id, key=job.key, reason=fault.reason)
            with self.unit_of_work() as uow:
                mails.failed(uow, self.now(), job, fault.reason, for_good=isinstance(fault, Permanent))
        else:
            log.info("mail.sent", job=job.id, key=job.key)
        return JobResult(job)

    def _written(self, uow: UnitOfWork, told: Told) -> Mail:
        project, meeting, person = told.project, told.meeting, told.person
        texts, event = texts_in(person.language), calendar_event(uow, project, meeting, person.user)
        today = local(self.now(), person.zone).date()
        assert person.email is not None
        file, organiser = self.calendar_file(event, self.now()), event.organiser
        return Mail(
            name=person.name,
            address=person.email,
            subject=texts.mail_subject(told.news, meeting, person.zone, today),
            text=self._text(uow, told),
            calendar=file,
            method=event.method,
            mark=f"{event.uid.partition('@')[0]}.{meeting.number}.{event.sequence}.{person.user}",
            at=self.now(),
            reply_to=organiser.email if organiser else None,
        )

    def _text(self, uow: UnitOfWork, told: Told) -> str:
        meeting, person, news = told.meeting, told.person, told.news
        texts, today = texts_in(person.language), local(self.now(), person.zone).date()
        name_of = names(uow, person.team, [meeting.organiser, *meeting.people])
        others = [name_of(user) for user in meeting.people if user != person.user]
        about = [texts.meeting_your_time(meeting, person.zone, today).replace("*", "")]
        if news is News.moved and told.before:
            about.append(texts.mail_was(told.before, person.zone, today))
        if news in (News.invited, News.moved, News.changed):
            about += [meeting.place] if meeting.place else []
            shown = Names(others[:MOST_NAMES], max(len(others) - MOST_NAMES, 0))
            about += [texts.mail_with(shown)] if others else []
        head = texts.mail_head(news, meeting, name_of(meeting.organiser))
        asks = meeting.awaited and person.user in meeting.people and person.user != meeting.organiser
        return "\n".join([head, "", *about, "", texts.mail_foot(answers=asks), ""])


NEW, OFF = "meetings.feed_new", "meetings.feed_off"
PATH = "calendar"


@dataclass(frozen=True)
class FeedDesk:
    public_url: str | None
    """Where the bot's pages are found; None where it has none."""
    by_mail: ByMail
    """Of whom a mail brings each invitation."""

    def register(self, registry: Registry) -> None:
        registry.beside_calendars.append(self.rows)
        registry.click(NEW, self.new_pressed)
        registry.click(OFF, self.off_pressed)

    def rows(self, ctx: PersonContext, texts: Texts) -> list[Block]:
        """Beneath the calendars that one linked; nothing for who can be in no project."""
        if ctx.who.kind is not Kind.member:
            return []
        if self.public_url is None:
            return [ui.context(texts.feed_impossible())]
        standing = feed.subscribed(ctx)
        if standing is None:
            subscribe = ui.button(texts.feed_subscribe(), action=NEW)
            return [ui.section(texts.feed_offered()), ui.actions(subscribe)]
        since = local(standing.made_at, ctx.who.zone).date()
        told = texts.feed_stands(since, ctx.own_today)
        return [ui.section(told), ui.actions(_new(texts), _off(texts))]

    def new_pressed(self, request: Click) -> Reply:
        again = feed.subscribed(request.anywhere) is not None
        return Replace(self._address(request, self.public_url, again=again)) if self.public_url else Reply()

    def off_pressed(self, request: Click) -> Reply:
        feed.unsubscribe(request.anywhere)
        return Replace(sentence(request.texts.feed_off(), _new(request.texts)))

    def _address(self, request: Request, public_url: str, *, again: bool) -> Message:
        texts, token = request.texts, feed.subscribe(request.anywhere)
        told = texts.feed_address(f"{public_url}/{PATH}/{token}.ics", again=again)
        how = [texts.feed_how()]
        if self.by_mail(request.uow, request.who):
            how.append(texts.feed_doubles())
        return Message(told, [ui.section(told), ui.context("\n".join(how)), ui.actions(_off(texts))])


def _new(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_new_address(), action=NEW)


def _off(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_turn_off(), action=OFF)
