"""Somebody writes minutes, goes through them and sends them; for tests of use cases."""

from datetime import date
from typing import Any

from bot.core.records import Overtaken
from bot.minutes import draft, review
from bot.minutes import find as minutes
from bot.minutes.model import Item, Minutes, Verdict
from bot.minutes.ports import MinutesBook
from bot.minutes.send import send
from storage.tables import EventRow, JobRow
from tests.kit.atlas import Atlas
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

TODAY = date(2026, 11, 23)
NOTES = """Present: Sanne, Tom, Otto
DECISION: we open in January
ACTION: Tom – call the supplier – Friday
ACTION: Otto – send the drawings – whenever
ACTION: Gina – send the papers – 20-11-2026
ACTION: order the badges
"""


def written(atlas: Atlas, notes: str = NOTES, by: str = "tom", **more: object) -> Minutes:
    """Kept, and read as the job would."""
    given = {"title": "", "held_on": None, "notes": notes, **more}
    with atlas.unit() as uow:
        kept = minutes.write(atlas.ctx(uow, MONDAY, by), **given)  # type: ignore[arg-type]
    for job in rows(atlas.storage, JobRow):
        if job.kind == draft.KIND:
            with atlas.unit() as uow:
                draft.run(uow, MONDAY, job)
    return stands(atlas, kept.number)


def stands(atlas: Atlas, number: int = 1) -> Minutes:
    with atlas.unit() as uow:
        kept = uow.of(MinutesBook).get(atlas.project.id, number)
    assert kept is not None
    return kept


def judged(atlas: Atlas, index: int, verdict: Verdict, by: str = "tom") -> Minutes:
    with atlas.unit() as uow:
        return review.judge(atlas.ctx(uow, MONDAY, by), 1, index, verdict)


def all_accepted(atlas: Atlas, by: str = "tom") -> Minutes:
    with atlas.unit() as uow:
        return review.accept_all(atlas.ctx(uow, MONDAY, by), 1)


def sent(atlas: Atlas, by: str = "tom", version: int | None = None) -> Minutes:
    with atlas.unit() as uow:
        seen = version or stands(atlas).version
        return send(atlas.ctx(uow, MONDAY, by), 1, seen)


def edited(atlas: Atlas, index: int, **changes: object) -> Minutes | Overtaken[Any]:
    """By Tom, in the form that shows it as it is, or as it was at `version`."""
    item = stands(atlas).proposals[index]
    version, typed = changes.pop("version", item.version), {**typed_of(item), **changes}
    with atlas.unit() as uow:
        return review.edit(atlas.ctx(uow, MONDAY, "tom"), 1, index, version, typed)  # type: ignore[arg-type]


def typed_of(item: Item) -> dict[str, object]:
    return {name: getattr(item, name) for name in ("kind", "text", "owner", "due")}


def events(atlas: Atlas, noun: str = "minutes") -> list[str]:
    return [event.what for event in rows(atlas.storage, EventRow) if event.noun == noun]


def shown(atlas: Atlas) -> list[tuple[str, str]]:
    """Kind and receiver of what is to be posted anew, in order."""
    posts = [job for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    return [
        (job.payload["kind"], job.payload["to"]) for job in posts if not job.payload.get("only_update", False)
    ]


def proposal(minutes: Minutes, text: str) -> Item:
    return next(item for item in minutes.proposals if item.text == text)
