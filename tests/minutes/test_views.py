"""No number of proposals and no length of text makes a view of minutes that Slack would refuse."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.core.errors import TEXT_LIMIT
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.minutes.model import (
    NOTES_LIMIT,
    TITLE_LIMIT,
    Item,
    Minutes,
    ProposalKind,
    Status,
    Verdict,
    action_parts,
    decision_parts,
    note_parts,
    with_items,
)
from bot.minutes.parts import Discussed, Rest
from bot.minutes.text import Seen
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.minutes import drafts, notices, views
from handlers.minutes.desk import notes_form
from handlers.slack.reply import Message
from handlers.slack.request import See
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas
from tests.kit.clock import MONDAY

TODAY = date(2026, 11, 23)
WORST = ("&", "<!channel>", "שלום 🎉 ", "W")
"""Repeated to the limit: each is long in its own way, escaped or not."""

both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])
any_number = pytest.mark.parametrize("count", [0, 1, 6, 7, 50, 500])
any_text = pytest.mark.parametrize("word", WORST)


def long(word: str, limit: int) -> str:
    return (word * limit)[:limit]


def minutes(count: int, word: str, verdict: Verdict = Verdict.proposed) -> Minutes:
    items = [
        Item(
            kind=ProposalKind.action if n % 2 else ProposalKind.decision,
            text=long(word, TEXT_LIMIT),
            owner=None if n % 3 else "U01234567",
            owner_name=long(word, 100),
            due_phrase=long(word, 100),
            line=n + 1,
            quote=long(word, 500),
            verdict=verdict,
            number=n + 1,
        )
        for n in range(count)
    ]
    concept = Minutes(
        project_id=123456,
        number=123456,
        title=long(word, TITLE_LIMIT),
        held_on=TODAY,
        author="U01234567",
        notes=long(word, NOTES_LIMIT),
        raised_at=MONDAY,
    )
    return with_items(concept, items)


def action_items(count: int, word: str) -> list[ActionItem]:
    return [
        ActionItem(project_id=1, number=n + 1, text=long(word, TEXT_LIMIT), raised_by="U1", raised_at=MONDAY)
        for n in range(count)
    ]


def fits(message: Message) -> None:
    said = message.as_json()
    assert said["text"].strip()
    assert check_blocks(said["blocks"], "message") == []


@contextmanager
def seen(storage: Storage, texts: Texts, word: str) -> Iterator[See]:
    """By somebody of a project with a long name."""
    atlas = open_atlas(storage)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        project = ctx.project.model_copy(update={"name": long(word, 100)})
        yield See(replace(ctx, project=project), texts)


def people(word: str) -> Sequence[str]:
    return [long(word, 60)] * 50


@both_languages
@any_text
@any_number
def test_any_page_of_a_concept_fits(sqlite_storage: Storage, count: int, word: str, texts: Texts) -> None:
    with seen(sqlite_storage, texts, word) as see:
        for verdict in Verdict:
            concept = minutes(count, word, verdict)
            for page in (-1, 1, 999):  # the first, the second and the last
                fits(drafts.concept(concept, page, people(word), see, "U1"))


def decisions(items: Sequence[Item]) -> list[Decision]:
    return [
        Decision(project_id=1, number=number, text=item.text, decided_on=TODAY, minutes=1, line=item.line)
        for number, item in enumerate(items, 1)
    ]


@both_languages
@any_text
@any_number
def test_all_messages_of_minutes_fit(sqlite_storage: Storage, count: int, word: str, texts: Texts) -> None:
    sent = minutes(count, word, Verdict.accepted)
    present, made = Seen(people(word), people(word)), action_items(count, word)
    with seen(sqlite_storage, texts, word) as see:
        decided = decisions(sent.accepted(ProposalKind.decision))
        fits(views.headline(sent, present, decided, made, see))
        for part in decision_parts(sent):
            fits(views.decisions(sent, decisions(part), texts))
        for part in action_parts(sent):
            fits(views.actions(sent, action_items(len(part), word), see))
        for pieces in note_parts(sent.notes):
            fits(views.notes(sent, pieces, texts))


@both_languages
@any_text
def test_what_comes_in_person_and_by_topic_fits(sqlite_storage: Storage, word: str, texts: Texts) -> None:
    rest = Rest(
        absent=[*people(word)],
        topics=[Discussed(title=long(word, 500), line=line, summary=long(word, 300)) for line in range(40)],
        questions=[long(word, 500)] * 40,
        parked=[long(word, 500)] * 40,
        chair=long(word, 500),
        next_meeting=long(word, 500),
    )
    told = {"rest": rest.model_dump(mode="json"), "status": Status.distributed}
    sent = minutes(50, word).model_copy(update=told)
    notice = Notice(kind="minutes.mine", team="T1", to="UPRIYA")
    with seen(sqlite_storage, texts, word) as see:
        for message in (notices.details(sent, see, notice), notices.mine(sent, see, notice)):
            assert message is not None
            fits(message)


@both_languages
@any_text
def test_the_forms_fit(sqlite_storage: Storage, word: str, texts: Texts) -> None:
    empty = notes_form(
        texts, long(word, TITLE_LIMIT), TODAY, {"project": 1, "channel": "C1", "meeting": None}
    )
    one = drafts.proposal_form(minutes(1, word), 0, texts, "C1")
    with seen(sqlite_storage, texts, word) as see:
        listed = [drafts.list_form(minutes(count, word), see) for count in (1, 11, 200)]
    for view in (empty, one, *listed):
        assert check_view(view.to_dict()) == []
