"""Messages about a project, rendered as it is when they are sent."""

from datetime import datetime

from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.texts import Texts, texts_in
from handlers.projects import views
from handlers.slack.names import names
from handlers.slack.registry import Render
from handlers.slack.reply import Message


def card(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    project = uow.projects.get(notice.about["project"])
    return None if project is None else views.card(project, names(uow, notice.team), texts)


def welcome_in(language: Language) -> Render:
    """Before there is a project the channel has no language: it is the inviter's."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        return views.welcome(uow.projects.of_channel(notice.team, notice.to), texts_in(language))

    return render
