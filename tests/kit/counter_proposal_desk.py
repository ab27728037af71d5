"""Who asks and who answers about A-1, for tests of counter-offers."""

from datetime import date, datetime

from bot.action_items import change
from bot.action_items.model import ActionItem, ActionItems, CounterOffer
from bot.action_items.notices import KEPT, OFFER
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.propose import accept_offer, ask_for_due, keep, not_mine
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.undo import undo
from bot.texts import texts_in
from handlers.action_items import answers
from handlers.records.notices import of_record
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

FRIDAY, NEXT, LATER = date(2026, 11, 27), date(2026, 12, 2), date(2026, 12, 4)


def open_desk(storage: Storage) -> Atlas:
    """Sanne manages it; A-1 is Priya's, raised by Tom, due on Friday."""
    atlas = open_atlas(storage)
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "tom"), text="write the plan", owner=user("priya"), due=FRIDAY)
    return atlas


def kept(atlas: Atlas) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, 1)
    assert item is not None
    return item


def offered(atlas: Atlas) -> CounterOffer:
    offer = kept(atlas).offered
    assert offer is not None
    return offer


def asks(
    atlas: Atlas, who: str = "priya", due: date | None = NEXT, reason: str = "late", at: datetime = MONDAY
) -> ActionItem:
    with atlas.unit() as uow:
        return ask_for_due(atlas.ctx(uow, at, who), 1, due, reason)


def disowns(atlas: Atlas, who: str = "priya", owner: str | None = None, reason: str = "busy") -> ActionItem:
    with atlas.unit() as uow:
        return not_mine(atlas.ctx(uow, MONDAY, who), 1, owner and user(owner), reason)


def agrees(
    atlas: Atlas, who: str = "tom", made: int | None = None, owner: str | None = None, at: datetime = MONDAY
) -> ActionItem:
    made = offered(atlas).made if made is None else made
    with atlas.unit() as uow:
        return accept_offer(atlas.ctx(uow, at, who), 1, made, owner and user(owner))


def keeps(atlas: Atlas, who: str = "tom", made: int | None = None) -> ActionItem:
    made = offered(atlas).made if made is None else made
    with atlas.unit() as uow:
        return keep(atlas.ctx(uow, MONDAY, who), 1, made)


def undone(atlas: Atlas, who: str) -> None:
    version = kept(atlas).version
    with atlas.unit() as uow:
        undo(atlas.ctx(uow, MONDAY, who), ACTION_ITEM, 1, version)


def log(atlas: Atlas) -> list[tuple[str, str]]:
    return [(event.what, event.who[1:].lower()) for event in rows(atlas.storage, EventRow)]


def told(atlas: Atlas, kind: str) -> list[str]:
    """To whom a message of that kind was put on its way, once for each message."""
    jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == kind]
    notices = [Notice.model_validate(job.payload) for job in sorted(jobs, key=lambda job: job.id or 0)]
    return list(
        dict.fromkeys(f"{notice.to} {notice.about['offer']}" for notice in notices if not notice.only_update)
    )


def reads(atlas: Atlas, kind: str = OFFER, opened: int = 2, language: Language = Language.en) -> str:
    """The message as it is now."""
    notice = Notice(
        kind=kind,
        team=TEAM,
        to=user("tom"),
        about={"project": atlas.project.id, "number": 1, "offer": opened},
    )
    shown = {OFFER: answers.offer, KEPT: answers.kept_it}[kind]
    with atlas.unit() as uow:
        message = of_record(ACTION_ITEM, shown)(uow, notice, texts_in(language), MONDAY)
    assert message is not None
    return str(message.as_json()["text"]).replace("*", "")
