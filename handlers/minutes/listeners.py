"""Clicks and forms about minutes and their proposals."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.action_items.facts import MINUTES_MINE
from bot.action_items.facts import NOUN as ITEMS
from bot.core import records
from bot.core.records import Overtaken
from bot.minutes import find as use
from bot.minutes import review, with_model
from bot.minutes.document import Format
from bot.minutes.model import Verdict
from bot.minutes.notifications import ACTIONS, CONCEPT, DECISIONS, DETAILS, HEADLINE, NOTES
from bot.minutes.noun import MINUTES
from bot.minutes.ports import MinutesBook
from bot.minutes.send import send
from bot.people.preferences import Rule
from handlers.meetings.views import WRITE_MINUTES
from handlers.minutes import after, desk, documents, drafts, notices, shared, threads
from handlers.minutes import review as review_handlers
from handlers.minutes.desk import CONTINUE, DESK, FORM, NOTES_FIELDS, SHOW, open_form, started
from handlers.minutes.views import acted, refd
from handlers.people.why import with_why
from handlers.records.form_views import filled, overtaken
from handlers.records.forms import register_all
from handlers.records.listeners import more_chosen
from handlers.records.notices import of_record
from handlers.records.views import card
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply, Say, Update, say
from handlers.slack.request import Click, See, Submission

RENDER = {
    CONCEPT: notices.concept,
    HEADLINE: notices.headline,
    DECISIONS: notices.decisions,
    ACTIONS: notices.actions,
    DETAILS: notices.details,
    NOTES: notices.notes,
}
ACTS: dict[str, Callable[..., object]] = {
    drafts.ACCEPT: partial(review.judge, verdict=Verdict.accepted),
    drafts.DROP: partial(review.judge, verdict=Verdict.dropped),
    drafts.REOPEN: partial(review.judge, verdict=Verdict.proposed),
    drafts.ACCEPT_ALL: lambda ctx, number, *_version: review.accept_all(ctx, number),
    drafts.PAGES: use.show_page,
    drafts.SEND: send,
    drafts.STOP_MODEL: with_model.stop,
}
"""What is done to a concept by a press, of which it shows the result by itself: given the context and what
the button's value names behind the project."""


def register(registry: Registry, writers: Mapping[Format, after.Write]) -> None:
    register_all(registry, DESK)
    for part in (documents, threads, shared, review_handlers, desk, notices):
        part.register(registry)
    after.register(registry, writers)
    registry.notice(MINUTES_MINE, with_why(of_record(MINUTES, notices.mine), Rule.minutes))
    registry.click(WRITE_MINUTES, write_pressed)
    registry.submission(FORM, filled_in)
    for action, act in ACTS.items():
        registry.click(action, partial(acted, act))
    registry.click(drafts.OWNER, owner_chosen)
    registry.click(drafts.EDIT, edit_pressed)
    registry.submission(drafts.PROPOSALS.action("form"), edited)
    registry.click(drafts.MORE, partial(more_chosen, registry))
    registry.click(drafts.LIST, list_pressed)
    registry.submission(drafts.LIST_FORM, list_filled_in)
    registry.click(CONTINUE, continued)
    registry.click(SHOW, show_pressed)
    registry.origin(ITEMS, notices.origin)
    for kind, show in RENDER.items():
        registry.notice(kind, of_record(MINUTES, show))


def write_pressed(request: Click) -> Reply:
    """After a meeting, by any member; minutes that are there already are gone on with."""
    project_id, meeting = refd(request.value)
    ctx = request.of(project_id)
    if there := ctx.uow.of(MinutesBook).of_meeting(project_id, meeting):
        return Say(card(DESK, there[0], See(ctx, request.texts)))
    return open_form(request, ctx, meeting=meeting)


def filled_in(request: Submission) -> Reply:
    about, typed = request.about, filled(DESK, request.fields)
    notes = "\n".join(filter(None, map(request.fields.text, NOTES_FIELDS)))
    ctx = request.of(about["project"])
    return started(request, ctx, use.write(ctx, **typed, notes=notes, meeting=about["meeting"]))


def owner_chosen(request: Click) -> None:
    """In a concept that was written before names were asked once for all."""
    project_id, number, index = refd(request.subject)
    ctx = request.of(project_id)
    item = review.item_of(use.in_charge(ctx, number), index)
    review.answer_who(ctx, number, item.owner_name, request.value)


def edit_pressed(request: Click) -> Reply:
    project_id, number, index = refd(request.value)
    minutes = use.in_charge(request.of(project_id), number)
    review.item_of(minutes, index)
    return Open(drafts.proposal_form(minutes, index, request.texts, request.channel))


def edited(request: Submission) -> Reply:
    about, typed = request.about, filled(drafts.PROPOSALS, request.fields)
    ctx = request.of(about["project"])
    kept = review.edit(ctx, about["minutes"], about["number"] - 1, about["version"], typed)
    if isinstance(kept, Overtaken):
        return Update(overtaken(drafts.PROPOSALS, kept, typed, See(ctx, request.texts), about))
    return Reply()


def list_pressed(request: Click) -> Reply:
    project_id, number = refd(request.value)
    ctx = request.of(project_id)
    return Open(drafts.list_form(use.in_charge(ctx, number), See(ctx, request.texts)))


def list_filled_in(request: Submission) -> None:
    about, fields = request.about, request.fields

    def ticked(group: str) -> set[int]:
        return {int(value) for block in fields if block.startswith(group) for value in fields.many(block)}

    # Only what was ticked or unticked here: somebody else may have judged the rest meanwhile.
    kept, before = ticked(drafts.KEPT), {*about["ticked"]}
    dropped, again = before - kept, kept - before
    review.keep(request.of(about["project"]), about["number"], dropped, again, ticked(drafts.MAYBE))


def continued(request: Click) -> Reply:
    project_id, number = refd(request.value)
    use.go_on(request.of(project_id), number)
    return say(request.texts.concept_is_with_you(number))


def show_pressed(request: Click) -> Reply:
    project_id, number = refd(request.value)
    ctx = request.of(project_id)
    return Say(card(DESK, records.get(ctx, MINUTES, number), See(ctx, request.texts)))
