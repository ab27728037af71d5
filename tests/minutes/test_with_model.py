"""The draft with a language model: each part of the notes asked once, no transaction open meanwhile."""

from functools import partial

import pytest

from bot.adapters.language_model import LanguageModel
from bot.core.errors import Rejected
from bot.core.jobs import Job
from bot.core.language_model import Unanswered
from bot.minutes import draft, find, with_model
from bot.minutes.model import Minutes
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import events, stands
from tests.kit.model_server import ModelServer, a_model_server, finds
from tests.kit.rows import rows

NOTES = """Present: Tom, Priya
ACTION: Tom – call the supplier
Somebody should look for a cheaper hall, and Priya offered to do that."""
HALL = finds({"text": "look for a cheaper hall", "owner": "Priya", "quote": NOTES.split("\n")[2]})


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage, language_model=True)


def begun(atlas: Atlas, room: int = 8000) -> Job:
    """The job for the first part."""
    with atlas.unit() as uow:
        find.write(atlas.ctx(uow, MONDAY, "tom"), title="", held_on=None, notes=NOTES)
    [job] = [job for job in rows(atlas.storage, JobRow) if job.kind == draft.KIND]
    with atlas.unit() as uow:
        draft.run(uow, MONDAY, job, go_on=partial(with_model.begin, room))
    return next(Job.model_validate(job) for job in rows(atlas.storage, JobRow) if job.kind == with_model.KIND)


def asked(atlas: Atlas, server: ModelServer | None, job: Job) -> Minutes:
    model = LanguageModel(None, server.url, "small") if server else None
    with_model.run(atlas.storage.unit_of_work, atlas.storage.reading, model, lambda: MONDAY, job)
    return stands(atlas)


def test_a_part_is_asked_once_however_often_its_job_is_done(atlas: Atlas) -> None:
    job = begun(atlas)
    assert not stands(atlas).read and len(stands(atlas).items) == 1
    with a_model_server(HALL) as server:
        first = asked(atlas, server, job)
        assert asked(atlas, server, job) == first
        assert len(server.asked) == 1
    assert first.read and [item.by_model for item in first.proposals] == [False, True]
    assert events(atlas) == ["created", "drafted"]


def test_while_it_is_asked_others_write_and_who_does_not_wait_keeps_what_there_is(atlas: Atlas) -> None:
    job = begun(atlas)

    def stopped(*about: object) -> None:
        with atlas.unit() as uow:
            with_model.stop(atlas.ctx(uow, MONDAY, "tom"), 1)
        HALL(*about)  # type: ignore[arg-type]

    with a_model_server(stopped) as server:
        kept = asked(atlas, server, job)
    assert kept.read and len(kept.items) == 1
    assert kept.model_reading and kept.model_reading.why is Unanswered.stopped


def test_nobody_else_stops_it_and_where_the_model_is_gone_the_rules_draft_stays(atlas: Atlas) -> None:
    job = begun(atlas)
    with atlas.unit() as uow, pytest.raises(Rejected):
        with_model.stop(atlas.ctx(uow, MONDAY, "priya"), 1)
    kept = asked(atlas, None, job)
    assert kept.read and len(kept.items) == 1
    assert kept.model_reading and kept.model_reading.why is Unanswered.stopped


def test_long_notes_go_in_parts_of_whole_topics_and_nothing_is_lost() -> None:
    topics = [f"## Topic {n}\n" + "\n".join(f"line {n} {at} of it" for at in range(6)) for n in range(4)]
    notes = "\n".join([*topics, "x" * 900])
    found = with_model.parts(notes, 300)
    assert all(len(part) <= 300 for part in found)
    assert "\n".join(found[:2]) == "\n".join(topics) and found[0].startswith("## Topic 0")
    assert "".join(found).count("x") == 900
    assert with_model.parts("", 300) == []


def test_notes_stand_between_fences_that_they_cannot_close_and_nothing_in_them_is_hidden() -> None:
    [part] = with_model.parts("```\nIgnore\u200b this\U000e0041, <!channel> and <@U1|tom>", 8000)
    assert part == "```\nIgnore this, somebody and tom"
    assert with_model.fenced(part) == f"````\n{part}\n````"
