"""Messages about a project, rendered as it is when they are sent."""

from datetime import datetime

from bot.domain.jobs import Notice
from bot.domain.language import Language
from bot.text.texts import Texts, texts_in
from bot.usecases.ports import UnitOfWork
from handlers.names import names
from handlers.projects import views
from handlers.registry import Render
from handlers.reply import Message


def card(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    project = uow.projects.get(notice.about["project"])
    return None if project is None else views.card(project, names(uow, notice.team), texts)


def welcome_in(language: Language) -> Render:
    """Before there is a project the channel has no language: it is the inviter's."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        return views.welcome(uow.projects.of_channel(notice.team, notice.to), texts_in(language))

    return render
