"""Sends the mails that the job table says are to be sent, as the meeting is by then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.core.calendar import local
from bot.core.job_results import JobResult, Permanent, Temporary
from bot.core.jobs import Job
from bot.core.mail import Mail, SendMail
from bot.core.ports import CalendarFile, OpenUnitOfWork, UnitOfWork
from bot.meetings import mails
from bot.meetings.invitations import calendar_event
from bot.meetings.mails import News, Told
from bot.meetings.some_names import Names
from bot.texts import texts_in
from handlers.slack.directory import Directory
from handlers.slack.request import names

log = structlog.get_logger()
MOST_NAMES = 12


@dataclass(frozen=True)
class Mails:
    send: SendMail
    calendar_file: CalendarFile
    directory: Directory
    unit_of_work: OpenUnitOfWork
    now: Callable[[], datetime]
    keep: Callable[[Job], None]
    """Called directly before anything is sent; it raises Lost when another has the job."""

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
